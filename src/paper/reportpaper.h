#pragma once

#include "core/reports/report.h"

/// What leaves the house on paper or as PDF. It draws text and so needs a QGuiApplication, which may be offscreen.
namespace paper {

/// A report as PDF on A4 pages: its columns on every page, figures under each other, totals at the end, the company and the page's number at the
/// foot. What is too wide upright lies on its side; text that is too long for its column is cut with an ellipsis, a figure never. Numbers as `locale`
/// has them.
QByteArray reportAsPdf(const Report &report, const QString &companyName, const QLocale &locale = QLocale());

} // namespace paper
