import Domain

/// The JSON body of each act: the fields of its form, and nothing else. `docs/openapi.yaml` says the same, and a test
/// compares the two.
enum ActBody {
    /// Nil for what only time does.
    static func fields(of act: Act) -> [BodyField]? {
        guard act.noun != nil else { return nil }
        // A visitor who supports has never seen the version.
        let version = act == .support ? BodyField.optional("version", .integer) : .version
        return [version] + own(act) + attestation(of: act)
    }

    /// How it was heard, or the letter, for the acts that may be done for somebody else.
    static func attestation(of act: Act) -> [BodyField] {
        if act.isReporters || act == .remark || act == .rate { return BodyField.hearing }
        return act.isHandlers || Act.deputysOnBehalf.contains(act) ? BodyField.told : []
    }

    private static func own(_ act: Act) -> [BodyField] {
        switch act {
        case .support, .accept, .takeUp, .close, .archive, .remind, .markOverdue, .passSilence, .recompute,
            .moveUnreachable:
            []
        case .remark, .reportRelapse, .giveOpinion, .recordReferralReply: [.words]
        case .withdraw: [.optional("reason", .text)]
        case .contest, .unmerge, .refer, .reject, .declineSupervision, .returnDown, .object, .seeReporter,
            .returnReply, .orderRework, .unpublish:
            [.reason]
        case .rate:
            [
                BodyField("grade", .codes(Grade.self)), .optional("source", .codes(RatingSource.self)),
                .optional("comment", .text),
            ]
        case .triage, .answerOnSpot: intake(act)
        case .merge: [BodyField("lead", .text), .reason]
        case .redirect: ["place", "address", "telephone", "bring"].map { BodyField($0, .text) }
        case .notify: [.channel]
        case .nameSupervisor: [BodyField("deputy", .integer), .optional("kin", .flag), .optional("party", .flag)]
        case .elevate:
            [BodyField("level", .codes(LevelChoice.self)), .reason, .optional("skip", .codes(SkipGround.self))]
        case .assign: [.organ, .optional("co", .integers), .optional("wide", .flag), .note]
        case .subAssign: [.organ, .note]
        case .decideObjection:
            [BodyField("decision", .codes(ObjectionChoice.self)), .reason, .optional("organ", .integer)]
        case .decideExtension: [BodyField("granted", .flag), .reason]
        case .stateDate, .setReferralDeadline: [.day]
        case .askExtension: [BodyField("until", .day), .reason]
        case .reply: reply
        case .passCheck: [.note]
        case .deliver: [.channel, .optional("words", .text)]
        case .revisit: [.optional("day", .day), .channel, BodyField("reached", .flag), .note]
        case .conveneJointReview: [BodyField("plan", .text)]
        case .concludeJointReview: [BodyField("result", .codes(JointReviewResult.self)), .words]
        case .decideContest: [BodyField("decision", .codes(ContestDecision.self)), .reason]
        case .publish: [BodyField("title", .text), BodyField("summary", .text), .optional("answer", .text)]
        }
    }

    private static func intake(_ act: Act) -> [BodyField] {
        let common = [
            BodyField("commonality", .codes(Triage.Commonality.self)), BodyField("category", .codes(Category.self)),
        ]
        guard act == .triage else { return [.words] + common + [BodyField("consent", .flag)] }
        return [BodyField("route", .codes(TriageRoute.self))] + common
            + [BodyField("power", .codes(PowerLevel.self)), .optional("emergency", .flag), .note]
    }

    private static let reply = [
        BodyField("outcome", .codes(Outcome.self)), BodyField("done", .text), .optional("reason", .text),
        .optional("basis", .text), .optional("promised", .day), BodyField("signer", .text),
    ]
}

/// What is sent to register a matter.
enum OpinionBody {
    static let fields =
        [
            .optional("division", .text), .optional("station", .text), .words, .optional("place", .text),
            BodyField("bypass", .flag), .optional("name", .text), .optional("phone", .text),
            .optional("address", .text), .optional("named", .flag), .optional("told", .codes(ReporterChannel.Way.self)),
            .optional("minor", .flag), .optional("guardian", .text), .optional("guardian_agreed", .flag),
        ] + BodyField.hearing
}
