import Domain

/// The sentences that Web says by itself. Each says how to put it right.
package enum Messages {
    // Fields

    package static func missing(_ label: String) -> String { "请填写\(label)" }
    package static func missingChoice(_ label: String) -> String { "请选择\(label)" }
    package static func tooLong(_ label: String, most: Int, is count: Int) -> String {
        "\(label)最多 \(most) 个字，现在有 \(count) 个字，请删短一些"
    }
    package static func unprintable(_ label: String) -> String { "\(label)里有无法显示的字符，请删掉后重新填写" }
    package static let badTelephone = "电话号码不对，请填手机号（如 13800000000）或带区号的座机号（如 0354-0000000）"
    package static func badDay(_ label: String) -> String { "\(label)不是有效的日期，请按“2026-05-25”这样填写" }
    package static func badNumber(_ label: String, _ range: ClosedRange<Int64>) -> String {
        "\(label)请填 \(range.lowerBound) 到 \(range.upperBound) 之间的数字"
    }
    static func missingKey(_ name: String) -> String { "缺少 \(name)" }
    static func wrongKind(_ name: String) -> String { "\(name) 的格式不对" }

    // Whole answers: title and what to do

    static let notFound = (
        title: "没有找到这个页面",
        detail: "请检查网址有没有抄错；如果是从别处点过来的，它可能已经撤下。您也可以从首页重新找。"
    )
    static let notAllowed = (
        title: "这个网址不能这样打开",
        detail: "请回到上一页，用页面上的按钮再试一次。"
    )
    static let stale = (
        title: "这一页刚被别人改过",
        detail: "您的内容还没有保存。请先复制您写的内容，回到上一页看看现在的情况，再决定要不要重新提交。"
    )
    static let fields = (
        title: "有几处需要改一下",
        detail: "请按下面的提示改好，再提交一次。"
    )
    static let signIn = (
        title: "请先登录",
        detail: "登录已经超时，或者还没有登录。登录后再点一次“再提交一次”，写好的内容不会丢。"
    )
    static let tooLarge = (
        title: "内容太大了",
        detail: "一次提交的内容超过了上限，请把文字删短一些，照片和文件少选几个、选小一些的，或者分几次提交。"
    )
    static let unsupported = (
        title: "不支持这种格式",
        detail: "请用页面上的表单提交；程序接口请按说明的格式发送。"
    )
    static let busy = (
        title: "现在人多，请稍等一下",
        detail: "刚才没有保存成功，您写的内容在下面。请过几秒钟再点“再提交一次”。"
    )
    /// The connection broke while the change was being confirmed. The submission's id keeps it from happening twice.
    static let uncertain = (
        title: "请再提交一次",
        detail: "刚才保存的时候连接断了，不知道有没有存上。您写的内容在下面，请过一会儿再点“再提交一次”：已经存上的不会重复。"
    )
    static let full = (
        title: "暂时不能保存",
        detail: "系统的存储空间出了问题，正在处理。您写的内容在下面，请先复制保存，或者过一会儿再提交一次。"
    )
    static let crowded = (
        title: "登录的人太多",
        detail: "请过一会儿再试。这次不算输错。"
    )
    static let fault = (
        title: "系统出了问题",
        detail: "这不是您的错。请过一会儿再试；如果还是不行，请打下面的电话，并告诉我们这个编号。"
    )
    static func tooMany(_ seconds: Int) -> (title: String, detail: String) {
        let wait = seconds < 90 ? "\(max(1, seconds)) 秒" : "\((seconds + 59) / 60) 分钟"
        return ("试得太频繁了", "为了保护大家的信息，请等 \(wait)后再试。着急的话可以打下面的电话。")
    }

    static func unreadable(_ what: Unreadable.What) -> (title: String, detail: String) {
        switch what {
        case .encoding: ("内容无法识别", "提交的文字不是 UTF-8 编码。请换一个浏览器再试，或者重新输入。")
        case .form: ("内容无法识别", "提交的内容不完整。请回到上一页，刷新后再提交一次。")
        case .json: ("内容无法识别", "正文不是有效的 JSON。请检查括号、引号和逗号，并使用 UTF-8 编码。")
        case .cursor: ("翻页的地址不对", "请回到第一页，再往后翻。")
        case .address: ("网址里的内容不对", "请回到上一页，重新选择。")
        }
    }

    /// A form that we did not draw for this browser, or drew too long ago.
    static let foreignForm = Refusal(
        .forbidden, code: "form_token", "这一页打开得太久，或者浏览器没有保存 Cookie，所以没有提交成功。请复制下面的内容，刷新上一页后再提交。")

    static let forbidden = "您不能做这一步"
    static let conflict = "现在不能做这一步"

    // Parts of the error pages

    static let filesAgain = "照片和文件没有留下来。请先回到上一页重新选好；也可以先把文字交上来，以后再补照片。"
    static let yourWords = "您刚才写的内容"
    static let sendAgain = "再提交一次"
}
