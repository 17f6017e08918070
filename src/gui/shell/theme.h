#pragma once

#include <QColor>

/// How the desk looks: Fusion with palettes of our own, light and dark, and the fonts that travel with the program.
namespace theme {

enum class Look { System, Light, Dark };

void apply(Look look);
Look saved();
void save(Look look);
bool isDark();

// Colours with a meaning, at least 4.5:1 on the palette they are drawn on. Never the only sign: a word or an icon stands beside them.
QColor good();
QColor warning();
QColor bad();
QColor quiet();
QColor accent();

} // namespace theme
