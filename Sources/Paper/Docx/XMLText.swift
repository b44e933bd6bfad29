extension String {
    /// As it may stand in XML, between tags and in attributes. What no XML may hold is left out.
    var inXML: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\t", "\n", "\r": text += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            case _: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
