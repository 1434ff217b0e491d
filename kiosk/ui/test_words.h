// The words for a live test and what came of it: on the technician's screens and in kioskctl.
#pragma once

#include "kiosk/core/device_test.h"
#include "kiosk/core/test_question.h"
#include "kiosk/ui/wording.h"

namespace motlan {

[[nodiscard]] Text text_of(DeviceTest test);
[[nodiscard]] Text text_of(Verdict verdict);

/// What was found, and what to do. Never asked for TestReason::None.
[[nodiscard]] Text text_of(TestReason reason);
[[nodiscard]] Text next_step_of(TestReason reason);

/// The figure in words, with its limits: "17.2 pixels each mm (at least 16)".
[[nodiscard]] Phrase words_of(const Figure& figure, Language language);

/// What a person is asked after a test, and one of the answers.
[[nodiscard]] Text text_of(TestQuestion question);
[[nodiscard]] Phrase words_of(const TestAnswer& answer, Language language);

}  // namespace motlan
