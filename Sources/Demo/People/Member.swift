import Directory
import Domain

/// Somebody with an account.
struct Member: Sendable {
    let signed: Principal.Signed
    let login: String
    let phone: String

    var principal: Principal { .account(signed) }
    var grant: Grant { signed.grants[0] }
}

/// A deputy of a station who has an account and so may look after matters.
struct ActiveDeputy: Sendable {
    let mandate: MandateID
    let member: Member
}
