import Testing

@testable import Domain

@Suite("When words follow the organ")
struct WordingTests {
    @Test("a town has a presidium and a government, a street a working committee and a subdistrict office")
    func townAndStreet() {
        #expect(Wording(.presidium).assignPhrase == "交办给乡镇人民政府")
        #expect(Wording(.streetCommittee).assignPhrase == "转交给街道办事处")
        #expect(Wording(.presidium).meeting == "主席团会议")
        #expect(Wording(.streetCommittee).meeting == "工委会议")
    }

    @Test("a letter is signed with the organ's legal name")
    func signatures() {
        let town = Wording(.presidium).signature(division: "乌金山镇", above: "榆次区", ownName: "")
        let street = Wording(.streetCommittee).signature(division: "路西街道", above: "榆次区", ownName: "")
        let office = Wording(.subdistrictOffice).signature(division: "路西街道", above: "榆次区", ownName: "")
        let county = Wording(.deputiesCommittee).signature(division: "榆次区", above: "晋中市", ownName: "")
        let bureau = Wording(.bureau).signature(division: "榆次区", above: "晋中市", ownName: "榆次区教育局")

        #expect(town == "榆次区乌金山镇人民代表大会主席团")
        #expect(street == "榆次区人民代表大会常务委员会路西街道工作委员会")
        #expect(office == "榆次区人民政府路西街道办事处")
        #expect(county == "榆次区人民代表大会常务委员会代表工作委员会")
        #expect(bureau == "榆次区教育局")
    }

    @Test(
        "nothing of a street speaks of a presidium or a township",
        arguments: [OrganKind.streetCommittee, .subdistrictOffice])
    func streetWords(organ: OrganKind) {
        let wording = Wording(organ)
        let words =
            [
                wording.name, wording.formalName, wording.handler ?? "", wording.meeting, wording.assignPhrase ?? "",
            ] + Letter.allCases.map(wording.title)

        #expect(words.allSatisfy { !$0.contains("主席团") && !$0.contains("乡镇") })
    }

    @Test("every organ has its words and every letter its heading", arguments: OrganKind.allCases)
    func complete(organ: OrganKind) {
        let wording = Wording(organ)

        #expect(wording.organ == organ)
        #expect(!wording.name.isEmpty && !wording.formalName.isEmpty && !wording.signer.isEmpty)
        #expect(Letter.allCases.allSatisfy { !wording.title(of: $0).isEmpty })
        #expect((wording.assignVerb == nil) == (wording.handler == nil))
    }

    @Test("the assignment letter has the verb of its organ")
    func assignmentLetter() {
        #expect(Wording(.presidium).title(of: .assignment) == "群众意见交办通知单")
        #expect(Wording(.streetCommittee).title(of: .assignment) == "群众意见转交通知单")
        #expect(Wording(.governmentOffice).title(of: .assignment) == "群众意见分办通知单")
    }
}

@Suite("When a state is told")
struct WordingStateTests {
    private let officialOnly = ["受理", "交办", "承办", "办结", "归档"]

    @Test("a resident reads no official term", arguments: MatterState.allCases)
    func plainWords(state: MatterState) {
        let sentence = StateWords.sentence(state, holder: "乌金山镇人民政府", due: "还有 3 个工作日，最迟 5月25日")

        #expect(officialOnly.allSatisfy { !sentence.contains($0) })
        #expect(sentence.hasSuffix("。"))
    }

    @Test("a resident reads who has it and by when, until the end", arguments: MatterState.allCases)
    func whoAndWhen(state: MatterState) {
        let sentence = StateWords.sentence(state, holder: "乌金山镇人民政府", due: "今天到期")

        #expect(sentence.contains("乌金山镇人民政府") == !state.isFinal)
        #expect(sentence.contains("（今天到期）") == !state.isFinal)
    }

    @Test("without a date there are no empty brackets", arguments: MatterState.allCases)
    func withoutDate(state: MatterState) {
        #expect(!StateWords.sentence(state, holder: "路西街道办事处", due: nil).contains("（"))
    }

    @Test("each state has a label of its own")
    func labels() {
        #expect(Set(MatterState.allCases.map(StateWords.label)).count == MatterState.allCases.count)
        #expect(StateWords.label(.inHandling) == "办理中")
    }
}
