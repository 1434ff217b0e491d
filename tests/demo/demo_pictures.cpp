// Draws what the demo and the journeys hold up and lay down: the cards of the invented people as
// a camera sees them, and papers as a scanner would see them. Run by the build.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/png.h"
#include "kiosk/core/toml.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/text.h"
#include "kiosk/ui/window.h"
#include "tests/support/card_picture.h"

namespace motlan::testing {
namespace {

struct PaperWords {
    std::string_view name;
    std::string_view title;
    std::vector<std::string_view> lines;
};

const std::array<PaperWords, 5> kPapers{{
    {"rental_agreement",
     "HỢP ĐỒNG THUÊ NHÀ Ở",
     {"Bên cho thuê: ông Phan Văn Mẫu, xóm 2, xã Kim Liên, tỉnh Nghệ An.",
      "Bên thuê: người có tên trong hồ sơ đăng ký tạm trú.",
      "Điều 1. Bên cho thuê đồng ý cho bên thuê ở tại một phòng rộng 18 m² của ngôi nhà số 12, "
      "đường Sen, xã Kim Liên, tỉnh Nghệ An.",
      "Điều 2. Thời hạn thuê: 24 tháng, kể từ ngày 01/12/2026 đến ngày 30/11/2028.",
      "Điều 3. Giá thuê: 900.000 đồng một tháng, trả vào ngày 05 hằng tháng.",
      "Điều 4. Hai bên đã đọc, hiểu rõ và cùng ký vào hợp đồng này.",
      "Kim Liên, ngày 20 tháng 11 năm 2026",
      "Bên cho thuê                                             Bên thuê"}},
    {"leave_decision",
     "QUYẾT ĐỊNH CHO THÔI VIỆC",
     {"Công ty Ví Dụ, xóm 7, xã Kim Liên, tỉnh Nghệ An.",
      "Điều 1. Cho người có tên trong hồ sơ thôi việc theo đơn đã nộp, kể từ ngày 01/11/2026.",
      "Điều 2. Công ty trả đủ lương và chốt sổ bảo hiểm trước ngày 15/11/2026.",
      "Kim Liên, ngày 28 tháng 10 năm 2026", "Giám đốc"}},
    {"family_statement",
     "GIẤY XÁC NHẬN CỦA HAI BÊN",
     {"Hai bên cùng xác nhận: việc thay đổi ghi trong hồ sơ là đúng với thực tế.",
      "Bản này được làm thành hai tờ giống nhau, mỗi bên giữ một tờ để dùng khi cần.",
      "Nếu khai sai, hai bên cùng chịu trách nhiệm.", "Xã Nam Đàn, ngày 3 tháng 11 năm 2026",
      "Bên thứ nhất                                             Bên thứ hai"}},
    {"death_notice",
     "GIẤY BÁO TỬ",
     {"Trạm y tế xã Kim Liên, tỉnh Nghệ An.", "Họ, chữ đệm, tên người chết: PHAN VĂN THỬ GIÀ",
      "Ngày, tháng, năm sinh: 12/03/1938", "Số định danh cá nhân: 040 038 000 021",
      "Đã chết lúc 5 giờ 30 phút, ngày 20 tháng 11 năm 2026, tại nhà riêng.",
      "Nguyên nhân chết: tuổi già.", "Giấy này cấp để làm thủ tục đăng ký khai tử.",
      "Kim Liên, ngày 21 tháng 11 năm 2026", "Người cấp giấy"}},
    {"blank_page", "", {}},
}};

bool write(const std::filesystem::path& file, const Image& image) {
    return write_file(file, encode_png(image.view())).has_value();
}

/// The card's code, in the order of the fields on a real card.
std::string payload_of(const Tree& person) {
    const Tree* card = person.find("card");
    if (card == nullptr) return {};
    std::string payload;
    for (const char* key :
         {"number", "old_number", "full_name", "birth_date", "sex", "address", "issued"}) {
        if (!payload.empty()) payload += '|';
        payload += card->text_at(key);
    }
    return payload;
}

bool draw_person(const std::filesystem::path& file, const std::filesystem::path& out) {
    const auto person = read_toml(file);
    if (!person) return false;
    const Tree* sources = person->find("sources");
    const Tree* application = sources != nullptr ? sources->find("vneid") : nullptr;
    const std::string_view code = application != nullptr ? application->text_at("vneid.code") : "";
    if (!code.empty() && !write(out / (file.stem().string() + "_vneid.png"),
                                draw_held_card(draw_code(code, 12), {}))) {
        return false;
    }
    const Image card = draw_card(payload_of(*person));
    return write(out / (file.stem().string() + ".png"),
                 draw_held_card(card, {.pixels_per_mm = 11, .turn_degrees = 3}));
}

/// The sheet as a document camera sees it: on a dark desk, whole.
Image on_desk(const Image& sheet) {
    constexpr int kMargin = 160;
    constexpr std::uint8_t kDarkWood = 60;
    Image desk(sheet.width + 2 * kMargin, sheet.height + 2 * kMargin, sheet.format);
    std::ranges::fill(desk.pixels, kDarkWood);
    const std::size_t left = std::size_t{kMargin} * bytes_per_pixel(desk.format);
    for (int y = 0; y < sheet.height; ++y) {
        const std::size_t line = desk.view().stride() * static_cast<std::size_t>(y + kMargin);
        std::ranges::copy(sheet.view().row(y),
                          desk.pixels.begin() + static_cast<std::ptrdiff_t>(line + left));
    }
    return desk;
}

/// An A4 sheet at 150 dots per inch.
bool draw_paper(const PaperWords& words, const std::filesystem::path& out) {
    constexpr Panel kSheet{.width = 1240, .height = 1754, .px_per_mm = 5.9};
    auto window = Window::open({.panel = kSheet,
                                .place = WindowPlace::Nowhere,
                                .title = "demo",
                                .fonts = std::filesystem::path(kFontFolder)});
    if (!window) return false;
    window->refresh();
    window->show([&](Ui& ui) {
        ui.paint().fill(ui.area(), {255, 255, 255, 255});
        Column column(ui.area().inset(120, 140));
        text(ui, column, plain(std::string(words.title)), heading());
        for (const std::string_view line : words.lines) {
            column.skip(26);
            text(ui, column, plain(std::string(line)), body());
        }
    });
    const std::string name(words.name);
    const Image sheet = window->picture();
    return write(out / (name + ".png"), sheet) &&
           write(out / (name + "_on_desk.png"), on_desk(sheet));
}

struct PersonWords {
    std::string_view file;
    std::string_view name;
    std::string_view about;
};

/// The people whose cards lie on the demo's desk.
constexpr auto kPeople = std::to_array<PersonWords>({
    {"kim_lien", "Trần Thị Mẫu", "75 tuổi, đủ thông tin"},
    {"student", "Lương Thị Thử", "Sinh viên, đi ở trọ"},
    {"elder", "Vi Văn Thí", "Thẻ chỉ ghi năm sinh"},
    {"parent", "Hồ Thị Mẫu", "Có hai con dưới 18 tuổi"},
    {"business", "Ngô Quang Giả Định", "Có hộ kinh doanh, công ty"},
    {"not_a_card", "Mã khác", "Không phải thẻ căn cước"},
});

/// What the desk shows, and which picture each thing is.
bool write_desk(const std::filesystem::path& out) {
    Tree::List people;
    for (const PersonWords& person : kPeople) {
        people.push_back(Tree::Table{{"about", person.about},
                                     {"name", person.name},
                                     {"picture", std::string(person.file) + ".png"}});
    }
    const Tree::List papers{
        Tree::Table{{"name", "Hợp đồng thuê nhà"}, {"picture", "rental_agreement.png"}},
        Tree::Table{{"name", "Quyết định thôi việc"}, {"picture", "leave_decision.png"}},
        Tree::Table{{"name", "Giấy xác nhận"}, {"picture", "family_statement.png"}},
        Tree::Table{{"name", "Tờ giấy trắng"}, {"picture", "blank_page.png"}}};
    const std::string text =
        to_json(Tree::Table{{"papers", papers}, {"people", std::move(people)}});
    return write_file(out / "desk.json", as_bytes(text)).has_value();
}

int draw_all(const std::filesystem::path& people, const std::filesystem::path& out) {
    std::filesystem::create_directories(out);
    for (const auto& entry : std::filesystem::directory_iterator(people)) {
        if (entry.path().extension() != ".toml") continue;
        if (!draw_person(entry.path(), out)) return EXIT_FAILURE;
    }
    for (const PaperWords& paper : kPapers) {
        if (!draw_paper(paper, out)) return EXIT_FAILURE;
    }
    if (!write_desk(out)) return EXIT_FAILURE;
    return write(out / "not_a_card.png",
                 draw_held_card(draw_code("https://example.invalid/", 24), {}))
               ? EXIT_SUCCESS
               : EXIT_FAILURE;
}

}  // namespace
}  // namespace motlan::testing

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("demo_pictures PEOPLE_FOLDER OUT_FOLDER\n", stderr);
        return 2;
    }
    return motlan::testing::draw_all(arguments[1], arguments[2]);
}
