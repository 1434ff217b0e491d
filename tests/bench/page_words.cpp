#include "tests/bench/page_words.h"

#include <array>
#include <format>

#include "kiosk/core/utf8.h"

namespace motlan::testing {
namespace {

using Words = std::string_view;

constexpr auto kFamily = std::to_array<Words>({"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ",
                                               "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Phan"});
constexpr auto kMiddle = std::to_array<Words>(
    {"Thị", "Văn", "Thị Ngọc", "Đức", "Hoàng Bảo", "Hữu", "Quốc", "Minh", "Thị Thu", "Xuân"});
constexpr auto kGiven =
    std::to_array<Words>({"Thử", "Mẫu", "Nghiệm", "Ví Dụ", "Giả", "Khuyết", "Ấn", "Bản", "Dấu"});
constexpr auto kPlace = std::to_array<Words>(
    {"xóm 3, xã Ví Dụ, huyện Thanh Mẫu", "số 12, ngõ 34, phường Mẫu, thành phố Thử Vinh",
     "khối 5, thị trấn Giả, huyện Đô Mẫu", "tổ 7, đường Nguyễn Mẫu, phường Thử",
     "thôn Thử Nghiệm, xã Nghi Mẫu, tỉnh Nghệ An", "bản Khuyết, xã Tương Mẫu"});
constexpr auto kTitle = std::to_array<Words>(
    {"giấy xác nhận tình trạng hôn nhân", "đơn đề nghị cấp lại giấy chứng nhận",
     "hợp đồng thuê nhà ở", "giấy khai sinh", "tờ khai thay đổi thông tin cư trú", "giấy ủy quyền",
     "biên bản họp gia đình", "quyết định về việc hưởng trợ cấp", "giấy chứng nhận kết hôn",
     "bản cam kết", "giấy báo tử", "đơn xin xác nhận nơi cư trú", "sơ yếu lý lịch",
     "giấy chứng nhận đăng ký hộ kinh doanh", "văn bản thỏa thuận phân chia di sản"});
constexpr auto kLabel = std::to_array<Words>(
    {"Họ, chữ đệm và tên", "Ngày, tháng, năm sinh", "Nơi cư trú", "Quê quán", "Dân tộc",
     "Số định danh cá nhân", "Nơi cấp", "Điện thoại liên hệ", "Nghề nghiệp", "Quan hệ với chủ hộ",
     "Địa chỉ thửa đất", "Diện tích", "Nơi đăng ký khai sinh", "Họ tên cha", "Họ tên mẹ"});
constexpr auto kCommon = std::to_array<Words>(
    {"và",         "của",        "được",        "theo",      "quy định", "tại",
     "các",        "cho",        "người",       "có",        "không",    "đăng ký",
     "khai sinh",  "giấy tờ",    "nhà ở",       "hợp pháp",  "ủy ban",   "nhân dân",
     "xã",         "huyện",      "tỉnh",        "thực hiện", "thủ tục",  "hồ sơ",
     "công dân",   "bên",        "trách nhiệm", "pháp luật", "nộp",      "bản sao",
     "chứng thực", "xác nhận",   "thông tin",   "cá nhân",   "cơ quan",  "giải quyết",
     "trong",      "thời hạn",   "ngày",        "làm việc",  "kể từ",    "nhận",
     "đủ",         "trường hợp", "phải",        "bằng",      "văn bản",  "nêu rõ",
     "lý do",      "đề nghị",    "cấp",         "sổ",        "hộ khẩu",  "tạm trú",
     "thường trú", "địa chỉ",    "thuê",        "mượn",      "ở nhờ",    "chủ hộ",
     "đồng ý",     "cam đoan",   "những",       "nội dung",  "trên",     "là",
     "đúng",       "sự thật",    "nếu",         "sai",       "xin",      "chịu",
     "hoàn toàn",  "trước",      "tôi",         "vợ chồng",  "con",      "đất",
     "diện tích",  "mét vuông",  "giá",         "đồng",      "tháng",    "thanh toán",
     "hai",        "một",        "ba",          "mỗi",       "quyền",    "nghĩa vụ",
     "sử dụng",    "tài sản",    "gắn liền",    "với",       "quý",      "năm",
     "số",         "quyết định", "nghị định",   "thông tư",  "ban hành", "hướng dẫn",
     "luật",       "hiến pháp"});

}  // namespace

std::string invented_name(PageDice& dice) {
    return std::format("{} {} {}", dice.pick(kFamily), dice.pick(kMiddle), dice.pick(kGiven));
}

std::string invented_place(PageDice& dice) { return std::string(dice.pick(kPlace)); }

std::string invented_date(PageDice& dice) {
    const int day = 1 + dice.below(28);
    const int month = 1 + dice.below(12);
    const int year = 1950 + dice.below(75);
    return dice.chance(0.5) ? std::format("{:02}/{:02}/{}", day, month, year)
                            : std::format("ngày {} tháng {} năm {}", day, month, year);
}

std::string invented_sentence(PageDice& dice, int words) {
    std::string text;
    for (int i = 0; i < words; ++i) {
        if (i > 0) text += dice.chance(0.08) ? ", " : " ";
        if (dice.chance(0.04)) {
            text += std::format("{}/{}/NĐ-CP", 1 + dice.below(150), 2008 + dice.below(18));
        } else if (dice.chance(0.03)) {
            text += invented_name(dice);
        } else {
            text += dice.pick(kCommon);
        }
    }
    std::u32string letters = to_letters(text);
    letters.front() = to_letters(to_upper(from_letters(letters.substr(0, 1)))).front();
    return from_letters(letters) + (dice.chance(0.85) ? "." : ";");
}

FilledField invented_field(PageDice& dice) {
    const std::string label(dice.pick(kLabel));
    switch (dice.below(4)) {
        case 0: return {label, invented_name(dice)};
        case 1: return {label, invented_date(dice)};
        case 2: return {label, std::format("0{:05}{:06}", dice.below(99999), dice.below(999999))};
        default: return {label, invented_place(dice)};
    }
}

std::string invented_title(PageDice& dice) { return to_upper(dice.pick(kTitle)); }

}  // namespace motlan::testing
