import Web

/// The addresses of a station's desk.
struct DeskAddress {
    let code: String

    private var base: String { "/station/" + Address.encoded(code) }

    var desk: Address { Address(base) }
    var profile: Address { Address(base + "/profile") }
    var profilePublication: Address { Address(base + "/profile/publication") }
    var posts: Address { Address(base + "/posts") }
    var newPost: Address { Address(base + "/posts/new") }
    var receptions: Address { Address(base + "/receptions") }
    var newReception: Address { Address(base + "/receptions/new") }
    var schedule: Address { Address(base + "/schedule") }
    var scheduleConfirmation: Address { Address(base + "/schedule/confirmation") }
    var paperRecord: Address { Address(base + "/records/new") }
    var records: Address { Address(base + "/records") }
    var visit: Address { Address(base + "/visits/new") }
    var visits: Address { Address(base + "/visits") }
    var entries: Address { Address(base + "/entries") }
    var villages: Address { Address(base + "/villages") }
    var duty: Address { Address(base + "/duty") }
    var calendar: Address { Address("/s/" + Address.encoded(code) + "/calendar.ics") }
    var publicPage: Address { .station(code) }
    var intake: Address { Address("/paper/intake").with("station", code) }
    var poster: Address { Address("/s/" + Address.encoded(code) + "/poster") }
    var board: Address { Address("/s/" + Address.encoded(code) + "/board") }
    var slips: Address { Address(base + "/slips") }
    var lostSlips: Address { Address(base + "/lost-slips") }

    func post(_ id: Int64, _ part: String = "") -> Address { Address(base + "/posts/\(id)" + part) }
    func photo(_ id: Int64, of post: Int64, _ part: String = "") -> Address {
        self.post(post, "/photos/\(id)" + part)
    }
    func publicPhoto(_ id: Int64) -> Address { Address("/s/" + Address.encoded(code) + "/photos/\(id)") }
    func reception(_ id: Int64, _ part: String = "") -> Address { Address(base + "/receptions/\(id)" + part) }

    func record(of reception: Int64) -> Address { self.reception(reception, "/record") }
    func entry(_ id: Int64, _ part: String) -> Address { Address(base + "/entries/\(id)" + part) }
    func duty(_ id: Int64, _ part: String) -> Address { Address(base + "/duty/\(id)" + part) }
    func booking(at reception: Int64) -> Address {
        Address("/s/" + Address.encoded(code) + "/receptions/\(reception)/booking")
    }
}
