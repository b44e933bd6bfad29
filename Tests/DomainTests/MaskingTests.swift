import Foundation
import Testing

@testable import Domain

@Suite("When a text is masked")
struct MaskingTests {
    @Test(
        "telephone numbers go, however they are written",
        arguments: [
            ("请打13812345678找我", "请打[电话]找我"),
            ("请打138 1234 5678。", "请打[电话]。"),
            ("138-1234-5678", "[电话]"),
            ("138.1234.5678", "[电话]"),
            ("１３８１２３４５６７８", "[电话]"),
            ("一三八一二三四五六七八", "[电话]"),
            ("幺三九 二二二二 三三三三", "[电话]"),
            ("138一1234一5678", "[电话]"),
            ("1 3 8 1 2 3 4 5 6 7 8", "[电话]"),
            ("+86 13812345678", "+[电话]"),
            ("8613812345678", "[电话]"),
            ("013812345678", "[电话]"),
            ("张大爷13812345678，李婶13912345678", "张大爷[电话]，李婶[电话]"),
            ("周三13812345678打来", "周三[电话]打来"),
            ("2026年5月25日 13812345678", "2026年5月25日 [电话]"),
            ("2026-05-25 13812345678", "2026-05-25 [电话]"),
            ("0351-1234567", "[电话]"),
            ("0351－7654321", "[电话]"),
            ("0351一1234567", "[电话]"),
            ("(010)12345678", "[电话]"),
            ("（0354）2345678转", "[电话]转"),
            ("03542345678", "[电话]"),
            ("010 1234 5678", "[电话]"),
            ("电话：2345678", "电话：[电话]"),
            ("电话8251931、8805670或 7717071", "电话[电话]、[电话]或 [电话]"),
            ("请联系8177025", "请联系[电话]"),
            ("家里座机号码是 2345 6789", "家里座机号码是 [电话]"),
        ])
    func phones(text: String, masked: String) {
        #expect(Masker.mask(text).text == masked)
    }

    @Test(
        "identity numbers go with X, spaces and full width",
        arguments: [
            ("身份证140702198001011234", "身份证[证件号]"),
            ("14070219800101123X", "[证件号]"),
            ("14070219800101123x。", "[证件号]。"),
            ("140702 19800101 123X", "[证件号]"),
            ("140702-19800101-1234", "[证件号]"),
            ("１４０７０２１９８００１０１１２３Ｘ", "[证件号]"),
            ("140702800101123", "[证件号]"),
            ("一四零七零二一九八零零一零一一二三四", "[证件号]"),
            ("护照号E12345678", "护照号[证件号]"),
        ])
    func papers(text: String, masked: String) {
        #expect(Masker.mask(text).text == masked)
    }

    @Test(
        "plates, cards and addresses of the net go",
        arguments: [
            ("晋A·12345堵在路口", "[车牌]堵在路口"),
            ("晋A12345", "[车牌]"),
            ("晋ＡＢ１２３４", "[车牌]"),
            ("晋k d12345", "[车牌]"),
            ("新能源晋AD12345", "新能源[车牌]"),
            ("晋K12345D停在消防通道", "[车牌]停在消防通道"),
            ("晋A1234学", "[车牌]"),
            ("车牌号是A12345", "车牌号是[车牌]"),
            ("卡号6222 0212 3456 7890 123", "卡号[账号]"),
            ("6222021234567890123", "[账号]"),
            ("4111 1111 1111 1111", "[账号]"),
            ("账号：0405123456789", "账号：[账号]"),
            ("发到zhang.san@example.com吧", "发到[邮箱]吧"),
            ("13812345678@139.com", "[邮箱]"),
            ("zs＠qq.com", "[邮箱]"),
            ("微信zhangsan_88", "微信[微信或QQ号]"),
            ("微信号：Zhang-San1", "微信号：[微信或QQ号]"),
            ("加V：zhangsan", "加V：[微信或QQ号]"),
            ("QQ：123456789", "QQ：[微信或QQ号]"),
            ("QQ123456789", "[微信或QQ号]"),
            ("vx13812345678", "[微信或QQ号]"),
            ("我住3号楼2单元501室", "我住3号楼2单元[房号]室"),
            ("3栋1202", "3栋[房号]"),
            ("四单元五零一", "四单元[房号]"),
            ("2单元501户", "2单元[房号]户"),
            ("晋A12345-晋B67890", "[车牌]-[车牌]"),
        ])
    func others(text: String, masked: String) {
        #expect(Masker.mask(text).text == masked)
    }

    @Test(
        "what is no personal value stays readable",
        arguments: [
            "2026年5月25日上午9:30到11:00", "2026-05-25", "20260525", "20260525133000", "二〇二六年五月二十五日",
            "信访工作条例第三十四条", "《民法典》第1254条", "晋政发〔2026〕12号", "GB/T 22239-2019", "事项1407-2026-000123-2",
            "事项140720260001232", "补偿款138000元", "总投资13800000000元", "1,380,000.50元", "打了12345和110都没用",
            "邮编030600", "G108国道K123+400", "建设街15号", "3号楼2单元", "3栋200户没有暖气", "2单元2018年漏水", "涉及500户1300人",
            "东经112.733456，北纬37.712345", "第 13 15 17 19 20 1 栋", "微信公众号发了通知", "微信支付200元", "微信群里说了",
            "A3区新A区", "新B2栋", "京A展厅", "从8点一直等到10点", "一、二、三、四、五、六、七、八、九", "400-123-4567",
            "统一社会信用代码91140700MA0ABCDE1X", "2019年1月至2020年12月", "电话打了2026次", "面积120平方米", "301会议室",
            "五一放假三天", "共8251931元、8805670元", "文@化墙", "1500 1600 1700元",
        ])
    func kept(text: String) {
        let masked = Masker.mask(text)

        #expect(masked.text == text)
        #expect(masked.findings.isEmpty)
    }

    @Test("a finding says what and where, not the value")
    func findings() {
        let masked = Masker.mask("电话13812345678，车晋A12345")

        #expect(masked.findings == [.init(kind: .phone, range: 2..<13), .init(kind: .plate, range: 15..<22)])
    }

    @Test("masking twice changes nothing more")
    func twice() {
        let once = Masker.mask("微信zhangsan_88，13812345678，晋A12345，卡号6222021234567890123，2单元501室").text

        #expect(Masker.mask(once).text == once)
        #expect(Masker.mask(once).findings.isEmpty)
    }

    @Test("text without anything personal comes back as it was, emoji and all")
    func untouched() {
        let text = "路灯坏了💡👨‍👩‍👧，晚上\r\n很黑。é\u{301}"

        #expect(Masker.mask(text).text == text)
    }

    @Test(
        "ten thousand characters of the worst kind take less than three seconds of a processor",
        .timeLimit(.minutes(1)),
        arguments: ["1", "1-", "1 3 8 ", "0351-", "a", "a.", "a@", "@", "晋A", "一", "微信:", "（0", "62220212 ", "qq1"])
    func worstKind(piece: String) {
        let text = String(repeating: piece, count: 10_000 / piece.count)

        let start = processorSeconds()
        let masked = Masker.mask(text).text
        let spent = processorSeconds() - start

        #expect(!masked.isEmpty)
        // Unoptimized, as tests are built, the slowest takes 0.9; with the square of the length it would be minutes.
        #expect(spent < 3, "\(spent)")
    }

    /// What this thread has used: the tests beside it do not count, however many they are.
    private func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
