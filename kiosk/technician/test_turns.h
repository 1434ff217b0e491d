// The part of a desk's step that is about tests: one after the other, on their thread or at the
// screen, and what came of each. For the sources of this folder only.
#pragma once

#include "kiosk/technician/care_desk.h"

namespace motlan {

/// Begins the first of them, unless one runs already.
void begin_tests(CareTurn& turn, std::vector<DeviceTest> tests);
/// Puts a result with those of its test, of which the newest are kept.
void keep_result(CareTurn& turn, const TestResult& result);
/// Asks what only a person can tell of it; else notes the result and begins the next.
void end_test(CareTurn& turn, TestResult result);
/// What a test that runs shows of itself.
void see(CareTurn& turn, const TestSighted& sighted);
void see(CareTurn& turn, const TestCodeShown& shown);
/// Somebody says whether the sentence was heard.
void hear(CareTurn& turn, bool is_heard);
/// Somebody says where one side was heard; after the second one the sound is judged.
void hear(CareTurn& turn, const SideTold& told);

/// Somebody answers what is asked; after the last answer the result is noted.
void answer(CareTurn& turn, const QuestionAnswered& said);

void feel(CareTurn& turn, const FingerFelt& felt);
void feel(CareTurn& turn, const KeyFelt& felt);
/// Judges what was touched or pressed so far.
void stop_trial(CareTurn& turn);
/// Ends a trial at which nobody does anything.
void tick_trial(CareTurn& turn);

}  // namespace motlan
