/// Everything an operator can set. The raw value is the name in the file; flags and environment follow from it.
package enum SettingKey: String, CaseIterable, Sendable {
    case host, port, data
    case databaseURL = "database_url"
    case secretFile = "secret_file"
    case publicURL = "public_url"
    case filesURL = "files_url"
    case filesBucket = "files_bucket"
    case filesRegion = "files_region"
    case filesKey = "files_key"
    case face, worker, telephone, hours
    case behindProxy = "behind_proxy"
    case demo
    case weasyprint
    case webhookPrivate = "webhook_private"
    case logLevel = "log_level"
    case logFormat = "log_format"
    case smtpHost = "smtp_host"
    case smtpPort = "smtp_port"
    case smtpUser = "smtp_user"
    case smtpPasswordFile = "smtp_password_file"
    case smtpFrom = "smtp_from"
    case smtpTLS = "smtp_tls"
    case smtpCAFile = "smtp_ca_file"
    case smsURL = "sms_url"
    case smsKeyFile = "sms_key_file"
    case smsTemplate = "sms_template"
    case smsSuccess = "sms_success"
    case smsRefusals = "sms_refusals"
    case smsReference = "sms_reference"
    case smsPrice = "sms_price"
    case wechatAppID = "wechat_app_id"
    case wechatSecretFile = "wechat_secret_file"
    case wechatTemplate = "wechat_template"
    case wechatFields = "wechat_fields"
    case wechatURL = "wechat_url"

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
        case .filesURL: "附件放在哪个 S3 兼容的对象存储里，例如 https://s3.example.cn（默认不用，放在 <数据目录>/files）"
        case .filesBucket: "对象存储的桶"
        case .filesRegion: "对象存储的区域（默认 us-east-1）"
        case .filesKey: "对象存储的密钥文件，两行：Access Key、Secret Key"
        case .face: "开放哪一面：public 群众，staff 代表和工作人员，all 两面都开（默认 all）"
        case .worker: "是否同时办理定时事务：yes 或 no（默认 yes）"
        case .telephone: "每一页下面的人工电话（默认 12345）"
        case .hours: "人工电话的时间（默认 全天 24 小时）"
        case .behindProxy: "前面是否有自己的反向代理：yes 或 no（默认 no）"
        case .demo: "演示系统：yes 或 no（默认 no）"
        case .weasyprint: "制作 PDF 的程序 WeasyPrint 在哪里（默认 /usr/bin/weasyprint）；没有它，打印页照样能用"
        case .webhookPrivate: "对接的地址是否可以在内部网络：yes 或 no（默认 no；yes 时也可以不加密）"
        case .logFormat: "日志的写法：text 给人看，json 每行一个 JSON（默认：在终端上是 text，否则 json）"
        case .logLevel: "日志级别：debug、info、warning、error（默认 info）"
        case .smtpHost: "发邮件的服务器；不设置就不发，写成文件放在 <数据目录>/outbox"
        case .smtpPort: "邮件服务器的端口（默认 587；smtp_tls 为 tls 时默认 465）"
        case .smtpUser: "登录邮件服务器的用户；不设置就不登录"
        case .smtpPasswordFile: "写着邮件服务器密码的文件，里面只有密码"
        case .smtpFrom: "发信的邮箱，如 lianxin@example.gov.cn"
        case .smtpTLS: "和邮件服务器怎样加密：starttls、tls 或 none（默认 starttls；none 只用于自己的内网）"
        case .smtpCAFile: "邮件服务器用自己的证书机构时，机构证书的文件（PEM）"
        case .smsURL: "短信网关的网址；不设置就由联络员打电话告知"
        case .smsKeyFile: "写着短信网关签名密钥的文件；签名是 HMAC-SHA256（时间、换行、正文），放在 X-Signature"
        case .smsTemplate: "发给短信网关的正文，里面写 {phone} {text} {id} {time}；以 { 开头按 JSON，否则按表单"
        case .smsSuccess: "短信网关怎样算接下了，如 code=0；不设置就看状态码是不是 2xx"
        case .smsRefusals: "短信网关回这些值就不再试，用逗号隔开，如 1001,1002"
        case .smsReference: "短信网关的回答里消息编号的位置，如 data.id"
        case .smsPrice: "每条短信多少厘（70 字一条，更长的 67 字一条；默认 0）"
        case .wechatAppID: "微信服务号的 AppID；不设置就不发微信"
        case .wechatSecretFile: "写着微信服务号密钥的文件"
        case .wechatTemplate: "微信模板消息的模板编号"
        case .wechatFields: "微信模板里放题目和正文的两项，用逗号隔开（默认 thing1,thing2）"
        case .wechatURL: "微信接口的网址（默认 https://api.weixin.qq.com）"
        }
    }
}
