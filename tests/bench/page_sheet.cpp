#include "tests/bench/page_sheet.h"

#include <algorithm>
#include <array>
#include <format>
#include <string_view>

#include "tests/bench/page_pen.h"
#include "tests/bench/page_words.h"

namespace motlan::testing {
namespace {

constexpr Ink kBluePen{28, 52, 140};

struct Faces {
    std::string_view plain;
    std::string_view bold;
    std::string_view slanted;
};
constexpr auto kFaces = std::to_array<Faces>({
    {"NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic"},
    {"NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic"},
    {"NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"},
    {"NotoSerifDisplay-Regular", "NotoSerifDisplay-Bold", "NotoSerifDisplay-Italic"},
    {"NotoSansMono-Regular", "NotoSansMono-Bold", "NotoSans-Italic"},
});

// A paper being written: its pen, its faces, its margins.
class Writer {
public:
    Writer(std::uint64_t seed, const SheetWish& wish)
        : dice_(seed),
          faces_(dice_.pick(kFaces)),
          points_(wish.points > 0 ? wish.points : dice_.within(10.5, 14)),
          scale_(wish.width_mm / 210),
          left_(dice_.within(18, 32) * scale_),
          right_(wish.width_mm - dice_.within(12, 22) * scale_),
          y_(dice_.within(15, 26) * scale_),
          dpi_(wish.dpi),
          pen_(wish.width_mm, wish.height_mm, wish.dpi, paper()) {
        const auto dark = static_cast<std::uint8_t>(10 + dice_.below(50));
        ink_ = {dark, dark, dark};
    }

    Sheet finish() {
        const double width = pen_.width();
        const double height = pen_.height();
        std::string text = pen_.text();
        return {pen_.take(), dpi_, width, height, letter_height(plain()), std::move(text), title_};
    }

    [[nodiscard]] Script plain(double share = 1) const {
        return {.face = std::string(faces_.plain), .points = points_ * share, .ink = ink_};
    }
    [[nodiscard]] Script bold(double share = 1) const {
        return {.face = std::string(faces_.bold), .points = points_ * share, .ink = ink_};
    }
    [[nodiscard]] Script slanted(double share = 1) const {
        return {.face = std::string(faces_.slanted), .points = points_ * share, .ink = ink_};
    }
    [[nodiscard]] double step(double lines = 1) const { return lines * points_ * 0.353 * 1.4; }
    [[nodiscard]] double room() const { return right_ - left_; }
    [[nodiscard]] bool is_full(double lines = 3) const {
        return y_ + step(lines) > pen_.bottom() * 1.0;
    }

    void head() {
        const double middle = left_ + room() * 0.66;
        pen_.write_middle(bold(0.9), {middle, y_}, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        pen_.write_middle(bold(0.95), {middle, y_ + step()}, "Độc lập - Tự do - Hạnh phúc");
        pen_.line({middle - 25 * scale_, y_ + step(1.3)}, {middle + 25 * scale_, y_ + step(1.3)},
                  0.3, ink_);
        if (dice_.chance(0.6)) {
            pen_.write_middle(bold(0.9), {left_ + room() * 0.17, y_}, "ỦY BAN NHÂN DÂN");
            pen_.write_middle(bold(0.9), {left_ + room() * 0.17, y_ + step()}, "XÃ VÍ DỤ");
            pen_.write(plain(0.95), {left_, y_ + step(2.2)},
                       std::format("Số: {}/UBND-XN", 1 + dice_.below(900)));
        }
        y_ += step(4.5);
    }

    void title() {
        title_ = invented_title(dice_);
        pen_.write_middle(bold(1.25), {(left_ + right_) / 2, y_}, title_);
        y_ += step(2.2);
    }

    void sentences(int words, bool is_indented) {
        const double indent = is_indented ? 10 * scale_ : 0;
        const double before = y_;
        y_ = pen_.paragraph(plain(), {left_ + indent, y_}, room() - indent,
                            invented_sentence(dice_, words));
        y_ = std::max(y_, before) + step(0.15);
    }

    void field() {
        const FilledField field = invented_field(dice_);
        const double end = pen_.write(plain(), {left_, y_}, field.label + ": ");
        if (dice_.chance(0.5)) {
            for (double x = end + 1; x < right_; x += 1.3) {
                pen_.line({x, y_ + 0.8}, {x + 0.2, y_ + 0.8}, 0.25, ink_);
            }
        }
        Script value = dice_.chance(0.5) ? bold() : slanted(1.1);
        if (dice_.chance(0.4)) value.ink = kBluePen;
        pen_.write(value, {end + 2, y_ - 0.2}, field.value);
        y_ += step(1.25);
    }

    void table(int columns) {
        const int rows = 3 + dice_.below(12);
        const double high = step(1.35);
        const double top = y_ - step(0.9);
        int drawn = 0;
        for (; drawn < rows && !is_full(); ++drawn) {
            for (int column = 0; column < columns; ++column) {
                const double x = left_ + room() * column / columns + 1.5;
                const std::string words = column % 2 == 0
                                              ? std::format("{}", 1 + dice_.below(99999))
                                              : invented_name(dice_);
                pen_.write(drawn == 0 ? bold(0.7) : plain(0.7), {x, y_}, words);
            }
            y_ += high;
        }
        for (int row = 0; row <= drawn; ++row) {
            pen_.line({left_, top + row * high}, {right_, top + row * high}, 0.25, ink_);
        }
        for (int column = 0; column <= columns; ++column) {
            const double x = left_ + room() * column / columns;
            pen_.line({x, top}, {x, top + drawn * high}, 0.25, ink_);
        }
        y_ += step(0.8);
    }

    void signatures(bool is_double) {
        if (y_ > pen_.height() - 58 * scale_) y_ = pen_.height() - 58 * scale_;
        const double right = left_ + room() * 0.74;
        pen_.write_middle(slanted(), {right, y_}, "Ví Dụ, " + invented_date(dice_));
        pen_.write_middle(bold(), {right, y_ + step(1.2)},
                          dice_.chance(0.5) ? "CHỦ TỊCH" : "NGƯỜI KHAI");
        sign(right);
        if (is_double || dice_.chance(0.3)) {
            pen_.write_middle(bold(), {left_ + room() * 0.22, y_ + step(1.2)}, "BÊN GIAO");
            sign(left_ + room() * 0.22);
        }
        if (dice_.chance(0.75)) {
            pen_.stamp({right - 16 * scale_, y_ + 20 * scale_}, 17 * scale_, dice_);
        }
    }

    void frame() {
        const Ink colour{static_cast<std::uint8_t>(120 + dice_.below(80)),
                         static_cast<std::uint8_t>(40 + dice_.below(60)), 50};
        for (const double in : {8.0, 10.0}) {
            const double at = in * scale_;
            const double w = pen_.width() - at;
            const double h = pen_.height() - at;
            pen_.line({at, at}, {w, at}, 0.6, colour);
            pen_.line({w, at}, {w, h}, 0.6, colour);
            pen_.line({w, h}, {at, h}, 0.6, colour);
            pen_.line({at, h}, {at, at}, 0.6, colour);
        }
    }

    void portrait() {
        pen_.box({left_, y_}, 30 * scale_, 40 * scale_, {150, 175, 205});
        pen_.box({left_ + 9 * scale_, y_ + 8 * scale_}, 12 * scale_, 16 * scale_, {190, 140, 115});
        pen_.box({left_ + 4 * scale_, y_ + 26 * scale_}, 22 * scale_, 14 * scale_, {60, 60, 80});
        y_ += 46 * scale_;
    }

    PageDice& dice() { return dice_; }

private:
    Ink paper() {
        if (dice_.chance(0.25)) {
            return {static_cast<std::uint8_t>(236 + dice_.below(18)),
                    static_cast<std::uint8_t>(228 + dice_.below(20)),
                    static_cast<std::uint8_t>(205 + dice_.below(40))};
        }
        const auto level = static_cast<std::uint8_t>(238 + dice_.below(17));
        return {level, level, level};
    }
    void sign(double middle) {
        const double width = dice_.within(22, 40) * scale_;
        pen_.signature({middle - width / 2, y_ + 20 * scale_}, width, kBluePen, dice_);
        pen_.write_middle(bold(), {middle, y_ + 38 * scale_}, invented_name(dice_));
    }

    PageDice dice_;
    Faces faces_;
    double points_;
    double scale_;
    double left_;
    double right_;
    double y_;
    int dpi_;
    Pen pen_;
    Ink ink_{};
    std::string title_;
};

void write_letter(Writer& writer) {
    writer.head();
    writer.title();
    const int most = 4 + writer.dice().below(9);
    for (int i = 0; i < most && !writer.is_full(16); ++i) {
        writer.sentences(20 + writer.dice().below(50), true);
    }
    writer.signatures(false);
}

void write_form(Writer& writer) {
    if (writer.dice().chance(0.9)) writer.head();
    writer.title();
    const int most = 6 + writer.dice().below(14);
    for (int i = 0; i < most && !writer.is_full(14); ++i) writer.field();
    writer.sentences(15 + writer.dice().below(20), false);
    writer.signatures(false);
}

void write_contract(Writer& writer) {
    if (writer.dice().chance(0.5)) writer.head();
    writer.title();
    for (int i = 0; !writer.is_full(4) && i < 40; ++i) {
        writer.sentences(25 + writer.dice().below(60), writer.dice().chance(0.5));
    }
    if (writer.dice().chance(0.5)) writer.signatures(true);
}

void write_table(Writer& writer) {
    writer.head();
    writer.title();
    writer.sentences(20, true);
    writer.table(3 + writer.dice().below(2));
    if (!writer.is_full(16)) writer.sentences(25, true);
    writer.signatures(false);
}

void write_certificate(Writer& writer) {
    writer.frame();
    writer.head();
    writer.title();
    if (writer.dice().chance(0.5)) writer.portrait();
    const int most = 4 + writer.dice().below(6);
    for (int i = 0; i < most && !writer.is_full(14); ++i) writer.field();
    writer.signatures(false);
}

void write_short(Writer& writer) {
    writer.title();
    const int most = 1 + writer.dice().below(3);
    for (int i = 0; i < most && !writer.is_full(16); ++i) {
        writer.sentences(12 + writer.dice().below(25), false);
    }
    if (writer.dice().chance(0.7)) writer.signatures(false);
}

}  // namespace

Sheet draw_sheet(SheetKind kind, std::uint64_t seed, const SheetWish& wish) {
    Writer writer(seed, wish);
    switch (kind) {
        case SheetKind::Letter: write_letter(writer); break;
        case SheetKind::Form: write_form(writer); break;
        case SheetKind::Contract: write_contract(writer); break;
        case SheetKind::Table: write_table(writer); break;
        case SheetKind::Certificate: write_certificate(writer); break;
        case SheetKind::Short: write_short(writer); break;
    }
    return writer.finish();
}

Sheet draw_sheet(std::uint64_t seed, const SheetWish& wish) {
    PageDice dice(seed ^ 0xBEEF);
    return draw_sheet(static_cast<SheetKind>(dice.below(kSheetKinds)), seed, wish);
}

Sheet draw_blank(std::uint64_t seed, const SheetWish& wish) { return Writer(seed, wish).finish(); }

Sheet draw_without_way_up(std::uint64_t seed, const SheetWish& wish) {
    constexpr std::string_view kLetters = "HINOXZ";
    PageDice dice(seed);
    Pen pen(wish.width_mm, wish.height_mm, wish.dpi, {245, 245, 243});
    const Script script{.face = "NotoSans-Regular", .points = dice.within(11, 14)};
    const double margin = wish.width_mm / 8;
    for (double y = margin; y < wish.height_mm - margin; y += 8) {
        std::string words;
        for (double used = 2 * margin; used < wish.width_mm;) {
            words += dice.chance(0.2) ? ' ' : dice.pick(kLetters);
            used += pen.width_of(script, std::string_view(words).substr(words.size() - 1));
        }
        pen.write_middle(script, {wish.width_mm / 2, y}, words);
    }
    return {pen.take(), wish.dpi, wish.width_mm, wish.height_mm, letter_height(script), pen.text()};
}

Sheet draw_card_side(std::uint64_t seed, int dpi, bool is_front) {
    PageDice dice(seed);
    Pen pen(85.6, 53.98, dpi, {214, 232, 226});
    const Script small{.face = "NotoSans-Regular", .points = 6};
    const Script bold{.face = "NotoSans-Bold", .points = 8, .ink = {150, 40, 40}};
    for (double y = 3; y < 52; y += 1.7) pen.line({0, y}, {85.6, y + 3}, 0.12, {190, 215, 200});
    if (is_front) {
        pen.write_middle(bold, {48, 8}, "CĂN CƯỚC");
        pen.box({5, 20}, 20, 27, {150, 160, 170});
        for (int i = 0; i < 5; ++i) {
            pen.write(small, {29, 20 + i * 6.0}, invented_field(dice).label);
            pen.write(small, {29, 22.6 + i * 6.0}, invented_name(dice));
        }
    } else {
        pen.box({8, 8}, 13, 11, {200, 170, 90});
        pen.write(small, {30, 10}, "Nơi cư trú: " + invented_place(dice).substr(0, 20));
        for (int i = 0; i < 3; ++i) {
            pen.write({.face = "NotoSansMono-Regular", .points = 9}, {6, 36 + i * 5.5},
                      "IDVNM0123456789<<<<<<<<<<<<<<0");
        }
    }
    return {pen.take(), dpi, 85.6, 53.98, letter_height(small), pen.text()};
}

}  // namespace motlan::testing
