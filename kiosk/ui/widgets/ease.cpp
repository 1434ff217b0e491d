#include "kiosk/ui/widgets/ease.h"

namespace motlan {

Language other(Language language) {
    return language == Language::Vietnamese ? Language::English : Language::Vietnamese;
}

TextSize after(TextSize size) {
    switch (size) {
        case TextSize::Normal: return TextSize::Medium;
        case TextSize::Medium: return TextSize::Large;
        case TextSize::Large: return TextSize::ExtraLarge;
        case TextSize::ExtraLarge: return TextSize::Normal;
    }
    return TextSize::Normal;
}

ColourTheme after(ColourTheme theme) {
    switch (theme) {
        case ColourTheme::Light: return ColourTheme::Dark;
        case ColourTheme::Dark: return ColourTheme::HighContrast;
        case ColourTheme::HighContrast: return ColourTheme::Light;
    }
    return ColourTheme::Light;
}

Text size_text(TextSize size) {
    switch (size) {
        case TextSize::Normal: return Text::AccessSizeNormal;
        case TextSize::Medium: return Text::AccessSizeMedium;
        case TextSize::Large: return Text::AccessSizeLarge;
        case TextSize::ExtraLarge: return Text::AccessSizeExtraLarge;
    }
    return Text::AccessSizeNormal;
}

Text colours_text(ColourTheme theme) {
    switch (theme) {
        case ColourTheme::Light: return Text::SettingsLight;
        case ColourTheme::Dark: return Text::SettingsDark;
        case ColourTheme::HighContrast: return Text::SettingsContrast;
    }
    return Text::SettingsLight;
}

Text voice_text(const Comfort& comfort) {
    return comfort.is_voiced ? Text::AccessVoiceOff : Text::AccessVoiceOn;
}

}  // namespace motlan
