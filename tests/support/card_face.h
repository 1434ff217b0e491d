// The face of an invented person: a drawn one, coded as a chip holds it.
#pragma once

#include "kiosk/core/bytes.h"

namespace motlan::testing {

enum class FaceCoding : std::uint8_t { Jpeg2000, Jpeg };

inline constexpr int kFaceWidth = 120;
inline constexpr int kFaceHeight = 160;

/// The coded picture.
[[nodiscard]] Bytes drawn_face(FaceCoding coding);

/// The file DG2 around it (ICAO 9303-10, 4.7.2; ISO/IEC 19794-5).
[[nodiscard]] Bytes face_file(ByteView picture, FaceCoding coding);

}  // namespace motlan::testing
