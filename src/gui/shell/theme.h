#pragma once

#include <QColor>

/// How the desk looks: Fusion with palettes of our own, light and dark, and the fonts that travel with the program.
namespace theme {

enum class Look { Light, Dark };

void apply(Look look);
Look saved();
void save(Look look);
Look current();

// Colours with a meaning; readable on the current palette.
QColor good();
QColor warning();
QColor bad();
QColor quiet();
QColor accent();

} // namespace theme
