#pragma once

#include <QIcon>

/// One of the icons in resources/icons, drawn in the palette's text colour so that it fits light and dark.
QIcon icon(const char *name);
QIcon icon(const char *name, const QColor &color);
