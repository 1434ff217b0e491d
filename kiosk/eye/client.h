// The kiosk's side of kiosk-eye: hands over untrusted pictures, gets values back.
// Used by one thread. The eye is a child process that ends with the visit; when it dies or
// stalls on a hostile picture it is started again and the picture is refused (a page after a
// second try).
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/core/page_text.h"
#include "kiosk/core/paper_hint.h"
#include "kiosk/core/result.h"
#include "kiosk/core/tree.h"
#include "kiosk/imaging/sighting.h"
#include "kiosk/ipc/child.h"

namespace motlan {

/// What the eye saw in one picture of a card.
struct CardSighting {
    CodeSighting code;
    Image preview;  ///< the picture as RGBA, at most 960 pixels wide, for the viewfinder
};

/// What the eye saw in one picture of a document camera.
struct DeskSighting {
    PaperHint hint = PaperHint::NoPaper;
    Image preview;  ///< as in CardSighting
};

/// A sheet that was accepted: checked and packed for the dossier.
struct AcceptedPage {
    EncodedPicture packed;        ///< the layers that go into the PDF, with their dpi
    Image preview;                ///< RGBA, for the screen; at most 1000 pixels high, or 2000
    Bytes legible;                ///< what is to be read on it (bits_of), as large as `packed` says
    double ink = 0;               ///< share of the page that is not background, 0 to 1
    std::vector<Fault> doubts{};  ///< what is wrong with it; a person may use it all the same
    int sheet = 0;                ///< its number among all sheets of this client, for PageAsk::kept
    std::vector<int> same_as{};   ///< the numbers of earlier ones that are the same sheet
};

/// What the eye should know about a sheet besides its picture.
struct PageAsk {
    bool is_photo = false;   ///< from a document camera, not from a scanner's glass
    bool is_fine = false;    ///< the preview is to be looked at closely
    bool takes_all = false;  ///< a photo in which no sheet is found is the page, and doubted
    /// Numbers of the earlier sheets that are still part of the visit: the same one again is
    /// Fault::PageDuplicate. All of them when absent.
    std::optional<std::vector<int>> kept{};
};

/// A page on its way into a file.
struct PageToBind {
    const EncodedPicture& packed;  ///< as accept_page() packed it
    std::optional<PageText> text;  ///< what was read on it, if it was read in time
    int turns = 0;                 ///< quarters clockwise that it is turned in the file
};

class EyeClient {
public:
    /// Starts `program` (kiosk-eye) as a child. Fails with Fault::EyeUnavailable.
    static Result<EyeClient> start(std::filesystem::path program);

    /// Whether a picture is the next one of a camera or stands alone.
    enum class Sequence : std::uint8_t { Alone, GoesOn };

    /// Looks for a code in a picture of a camera: what the earlier ones of a sequence showed of it
    /// helps. Fails with Fault::PictureUnreadable, PictureTooLarge, EyeUnavailable.
    Result<CardSighting> look_at_card(const EncodedPicture& picture, Sequence sequence);

    /// The same without a preview, for pictures that nobody sees.
    Result<CodeSighting> read_code(const EncodedPicture& picture,
                                   Sequence sequence = Sequence::Alone);

    /// Whether a sheet lies still under a document camera in this picture, which was taken at that
    /// time of a clock that never runs back. A picture that stands alone begins anew: also the
    /// sheet that was taken last counts again. Fails like look_at_card().
    Result<DeskSighting> look_at_desk(const EncodedPicture& picture,
                                      std::chrono::milliseconds taken, Sequence sequence);

    /// Prepares, judges and packs one sheet. Fails with Fault::PageNotFound, PageTooSmall,
    /// PictureUnreadable, PictureTooLarge, EyeUnavailable.
    Result<AcceptedPage> accept_page(const EncodedPicture& picture, const PageAsk& asked = {});

    /// The picture as RGBA, at most 960 by 1000 pixels, for the screen.
    /// Fails with Fault::PictureUnreadable, PictureTooLarge, EyeUnavailable.
    Result<Image> view(const EncodedPicture& picture);

    /// Writes the pages into one PDF/A. Fails with Fault::PictureUnreadable, EyeUnavailable.
    Result<Bytes> bind_pages(std::span<const PageToBind> pages);

    /// The number of the child process, which changes when the eye is started again.
    [[nodiscard]] int child() const { return child_.number(); }

private:
    EyeClient(std::filesystem::path program, Child child)
        : program_(std::move(program)), child_(std::move(child)) {}
    Result<Message> ask_about_card(const EncodedPicture& picture, Tree::Table request);
    Result<Message> ask_about_page(const Message& request);
    Result<Message> ask(const Message& request, std::chrono::milliseconds patience);
    Fault begin_again();
    /// The numbers as the present eye counts them, which knows only sheets that it has seen.
    [[nodiscard]] Tree::List counted_by_eye(const std::vector<int>& sheets) const;
    /// The other way round.
    [[nodiscard]] std::vector<int> counted_by_client(const Tree::List& numbers) const;

    std::filesystem::path program_;
    Child child_;
    int sheets_ = 0;        ///< accepted so far
    int earlier_eyes_ = 0;  ///< of them, by eyes that are gone
};

}  // namespace motlan
