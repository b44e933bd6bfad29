/// Everything an operator can set. The raw value is the name in the file; flags and environment follow from it.
package enum SettingKey: String, CaseIterable, Sendable {
    case host, port, data
    case databaseURL = "database_url"
    case secretFile = "secret_file"
    case publicURL = "public_url"
    case face, worker, telephone, hours
    case behindProxy = "behind_proxy"
    case demo
    case webhookPrivate = "webhook_private"
    case logLevel = "log_level"
    case logFormat = "log_format"

    /// `--public-url`
    package var flag: String { "--" + rawValue.split(separator: "_").joined(separator: "-") }

    /// `LIANXIN_PUBLIC_URL`
    package var variable: String { "LIANXIN_" + rawValue.uppercased() }

    /// What it means, for `--help`.
    package var help: String {
        switch self {
        case .host: "在哪个地址上等待访问（默认 127.0.0.1，只有本机能打开；0.0.0.0 表示所有网卡）"
        case .port: "端口（默认 8080）"
        case .data: "数据目录（默认 data）：数据库、密钥和附件都在里面"
        case .databaseURL: "数据库地址；不设置就用数据目录里的 SQLite 文件"
        case .secretFile: "密钥文件（默认 <数据目录>/secret.key，第一次启动时生成）"
        case .publicURL: "群众打开本系统的网址，短信和二维码里用它（默认 http://127.0.0.1:<端口>）"
        case .face: "开放哪一面：public 群众，staff 代表和工作人员，all 两面都开（默认 all）"
        case .worker: "是否同时办理定时事务：yes 或 no（默认 yes）"
        case .telephone: "每一页下面的人工电话（默认 12345）"
        case .hours: "人工电话的时间（默认 每天 0:00 至 24:00）"
        case .behindProxy: "前面是否有自己的反向代理：yes 或 no（默认 no）"
        case .demo: "演示系统：yes 或 no（默认 no）"
        case .webhookPrivate: "对接的地址是否可以在内部网络：yes 或 no（默认 no；yes 时也可以不加密）"
        case .logFormat: "日志的写法：text 给人看，json 每行一个 JSON（默认：在终端上是 text，否则 json）"
        case .logLevel: "日志级别：debug、info、warning、error（默认 info）"
        }
    }
}
