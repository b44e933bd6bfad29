extension Address {
    /// A station's public page, whose address stands on the sign at its door.
    package static func station(_ code: String) -> Address { Address("/s/" + encoded(code)) }

    /// A deputy's public page.
    package static func deputy(card: String) -> Address { Address("/deputies/" + encoded(card)) }

    /// The way to say something, with the station chosen already.
    package static func say(station code: String) -> Address { Address("/say").with("station", code) }
}
