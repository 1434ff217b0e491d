// Procedures as their authors see them: single files, with the lines where things stand.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/core/tree.h"
#include "kiosk/domain/procedure.h"

namespace motlan {

/// One procedure with the document it was read from.
struct ProcedureFile {
    std::filesystem::path file;
    Tree document;
    Procedure procedure;

    /// The line of a dotted path like "item.purpose.why.vi"; 0 when it stands nowhere.
    [[nodiscard]] int line_of(std::string_view key) const;
};

/// The sources of the usual configuration.
[[nodiscard]] Checked<SourceRegister> usual_sources();

/// The folder of procedures of the usual configuration.
[[nodiscard]] Checked<std::filesystem::path> usual_procedures();

[[nodiscard]] Checked<ProcedureFile> read_procedure_file(const std::filesystem::path& file,
                                                         const SourceRegister& sources);

/// The files themselves and every *.toml in the folders among them, sorted.
[[nodiscard]] std::vector<std::filesystem::path> files_at(
    const std::vector<std::filesystem::path>& paths);

/// The version of the procedure that is in force today.
[[nodiscard]] Checked<ProcedureFile> find_procedure(std::string_view code,
                                                    const SourceRegister& sources);

/// Today in Vietnam.
[[nodiscard]] CivilDate today();

}  // namespace motlan
