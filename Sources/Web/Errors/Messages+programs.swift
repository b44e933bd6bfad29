extension Messages {
    /// What a program is told where the page speaks of buttons and of words that stand below; nil where the same
    /// sentence will do.
    static func forPrograms(_ code: String, _ retryAfter: String?) -> (title: String, detail: String)? {
        switch code {
        case "not_found": ("没有找到", "请核对地址和编号；不在您权限之内的，也这样回答。")
        case "method": ("这个地址没有这种请求方法", "请改用 Allow 里写明的方法。")
        case "stale": ("已经有了变化", "这件事在您读取之后有了变化，这次没有保存。请重新读取，再按新的 version 决定要不要提交。")
        case "fields": ("有几处需要改", "请按 errors 里的提示改好，再发一次。")
        case "unauthenticated":
            ("需要登录", "请先用 POST /api/v1/sessions 取得令牌，放在 Authorization 里再发一次。")
        case "busy": ("暂时没有保存", "数据库正忙，这次没有保存。请过几秒钟，用同一个 Idempotency-Key 再发一次。")
        case "uncertain":
            ("不知道有没有保存", "保存的时候连接断了。请过几秒钟，用同一个 Idempotency-Key 再发一次：已经保存的不会重复。")
        case "full": ("暂时不能保存", "系统的存储空间出了问题，这次没有保存。请过一会儿，用同一个 Idempotency-Key 再发一次。")
        case "crowded": ("登录的人太多", "请过 \(retryAfter ?? "10") 秒后再试。这次不算输错。")
        case "too_many": ("试得太频繁了", "请等 \(retryAfter ?? "60") 秒后再试。")
        case "fault": ("系统出了问题", "这不是您的错。请过一会儿再试；如果还是不行，请把 reference 里的编号告诉我们。")
        default: nil
        }
    }
}
