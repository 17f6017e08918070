#pragma once

#include <QByteArray>

namespace bench {

/// Web order `number` as a WooCommerce shop sends it: three lines, shipping, one tax rate, paid; about 4 KB.
QByteArray payload(qint64 number);

} // namespace bench
