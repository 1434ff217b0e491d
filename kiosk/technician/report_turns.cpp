#include "kiosk/technician/report_turns.h"

#include <utility>

namespace motlan {

TestReport report_of(const CareDesk& desk, Language language) {
    return {.kiosk = desk.machine.kiosk,
            .version = desk.machine.version,
            .number = report_number(desk.machine.kiosk, desk.wall),
            .who = phrase(Text::CareReportWho, language,
                          {{"name", desk.who.name}, {"number", desk.who.number.value()}})
                       .shown,
            .at = desk.wall,
            .results = desk.results};
}

void open_report(CareDesk& desk) {
    desk.printed = PrintStage::None;
    desk.written.reset();
}

void print_report(CareTurn& turn) {
    CareDesk& desk = turn.desk;
    if (std::exchange(desk.printed, PrintStage::Printing) == PrintStage::Printing) return;
    desk.fault.reset();
    turn.jobs.emplace_back(PrintReport{});
}

void see_printed(CareDesk& desk, const ReportPrinted& printed) {
    desk.printed = printed.fault ? PrintStage::None : PrintStage::Printed;
    desk.fault = printed.fault;
}

void write_report(CareTurn& turn) {
    CareDesk& desk = turn.desk;
    if (std::exchange(desk.is_writing, true)) return;
    desk.written.reset();
    turn.jobs.emplace_back(WriteReport{report_of(desk, Language::Vietnamese)});
}

void see_written(CareDesk& desk, const ReportWritten& written) {
    desk.is_writing = false;
    desk.written = written;
}

}  // namespace motlan
