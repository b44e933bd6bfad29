import Directory
import Domain
import Matters
import Stations

extension Features {
    /// A visitor's words at a reception become a matter, with what was answered on the spot: one write for all of it.
    static func registerVoice(in installation: Installation) -> RegisterVoice {
        { db, voice, signed, now, ids in
            let draft = OpinionDraft(
                area: voice.area, station: voice.station, words: voice.words,
                channel: voice.channel, isBypassed: voice.isBypassed,
                reporter: ReporterDraft(
                    name: voice.name, phone: voice.phone, address: voice.address, toldBy: voice.toldBy.map(way),
                    guardian: voice.guardian),
                onBehalf: Attestation(speaker: .reporter, channel: voice.channel))
            let receipt = try RegisterMatter.run(
                db, draft, by: .account(signed), at: now, ids: &ids, in: installation)
            let matter = receipt.change.matter
            for action in try actions(voice, heldBy: matter.station) {
                _ = try ActAtReception.run(db, receipt.number, action, by: signed, at: now, ids: &ids, in: installation)
            }
            return RegisteredVoice(
                matter: receipt.id, number: receipt.number.text, code: receipt.code.digits, station: matter.station,
                dueOn: matter.mainClock?.deadline.dueOn)
        }
    }

    private static func way(_ way: Voice.Way) -> ReporterChannel.Way {
        switch way {
        case .sms: .sms
        case .call: .call
        case .visit: .visit
        case .letter: .letter
        case .none: .none
        }
    }

    /// What was done beside listening. A station that cannot be reached does not hold what it hears, so it does not
    /// answer it either.
    private static func actions(_ voice: Voice, heldBy station: StationID) throws(Refusal) -> [MatterAction] {
        guard !voice.isBypassed, station == voice.station else {
            guard voice.answer == nil else {
                throw Refusal(.conflict, code: "no-spot-answer", "这件事现在由上级联络站负责，本站不能当场答复，请改成登记")
            }
            return []
        }
        if voice.isContent, let answer = voice.answer, let category = voice.category {
            let words = answer.who + "当场答复：" + answer.words
            return [
                .answerOnSpot(
                    SpotAnswer(
                        words: words, hasConsent: true, commonality: voice.commonality, category: category))
            ]
        }
        var actions: [MatterAction] = []
        if voice.commonality == .common, let category = voice.category {
            let triage = Triage(
                route: .accept, commonality: .common, category: category, power: category.usualPower)
            actions.append(.triage(triage, note: "接待时登记"))
        }
        if let answer = voice.answer { actions.append(.remark("接待时" + answer.who + "当场说：" + answer.words)) }
        return actions
    }
}
