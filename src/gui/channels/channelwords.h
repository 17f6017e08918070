#pragma once

#include "channels/engine/overview.h"

#include <QColor>
#include <QString>

/// What the clerk reads for a word of the channels' journal: the kind of an exception, the field and result of a push, the direction and
/// outcome of a run, the name of a count. An unknown word is shown as it is.
QString channelWord(const QString &code);

/// The counts of a run in words: "Seen 12, New 3". Counts of nothing are left out.
QString channelCounts(const QString &json);
QColor lightColor(Light light); ///< a word stands beside it
