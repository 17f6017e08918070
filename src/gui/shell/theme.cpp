#include "gui/shell/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QSettings>
#include <QStyleFactory>

namespace theme {

namespace {

bool dark = false;

QColor pick(const char *light, const char *night) { return QColor(QLatin1String(dark ? night : light)); }

QPalette palette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, pick("#f3f4f4", "#1f2423"));
    palette.setColor(QPalette::WindowText, pick("#1b2423", "#e6ebea"));
    palette.setColor(QPalette::Base, pick("#ffffff", "#171b1a"));
    palette.setColor(QPalette::AlternateBase, pick("#f7f9f8", "#1b201f"));
    palette.setColor(QPalette::Text, pick("#1b2423", "#e6ebea"));
    palette.setColor(QPalette::Button, pick("#e9eceb", "#2b3231"));
    palette.setColor(QPalette::ButtonText, pick("#1b2423", "#e6ebea"));
    palette.setColor(QPalette::ToolTipBase, pick("#1b2423", "#e6ebea"));
    palette.setColor(QPalette::ToolTipText, pick("#ffffff", "#171b1a"));
    palette.setColor(QPalette::PlaceholderText, pick("#6b7775", "#8d9a97"));
    palette.setColor(QPalette::Highlight, pick("#1f6f69", "#25736c"));
    palette.setColor(QPalette::HighlightedText, QColor(Qt::white));
    palette.setColor(QPalette::Link, pick("#1f6f69", "#6cc5bd"));
    palette.setColor(QPalette::Mid, pick("#c5cccb", "#3a4341"));
    palette.setColor(QPalette::Midlight, pick("#dde2e1", "#333b3a"));
    palette.setColor(QPalette::Dark, pick("#9aa5a3", "#101312"));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, pick("#8b9694", "#6d7876"));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, pick("#b8c2c0", "#39413f"));
    return palette;
}

QString styleSheet()
{
    return QStringLiteral(
               "QToolTip { padding: 4px; border: 0; }"
               "QHeaderView { background: palette(window); }"
               "QHeaderView::section { padding: 5px 3px; border: 0; border-bottom: 1px solid palette(mid); background: palette(window); font-weight: "
               "600; }"
               "QTableView::item { padding: 0 5px; }"
               "QListWidget#places { border: 0; background: palette(window); outline: 0; }"
               "QListWidget#places::item { padding: 4px 8px; border-radius: 5px; }"
               "QListWidget#places::item:selected { background: palette(highlight); color: palette(highlighted-text); }"
               "QListWidget#places::item:disabled { color: %3; padding: 10px 8px 2px 8px; }"
               "QToolButton[chip=\"true\"] { border: 1px solid palette(mid); border-radius: 11px; padding: 2px 11px; background: palette(base); }"
               "QToolButton[chip=\"true\"]:hover { border-color: %2; }"
               "QToolButton[chip=\"true\"]:focus { border: 2px solid %2; padding: 1px 10px; }"
               "QToolButton[chip=\"true\"]:checked { background: palette(highlight); color: palette(highlighted-text); border-color: "
               "palette(highlight); }"
               "QLabel#complaint { color: %1; }"
               "QLabel#hint, QLabel#footer, QLabel#empty { color: %3; }"
               "QLabel#practice { background: #e0a63a; color: #1b2423; padding: 3px; font-weight: 600; }"
               "QToolButton#noticeAction { color: %2; font-weight: 600; border: 0; padding: 2px 8px; text-decoration: underline; }"
               "QFrame#tile, QFrame#notice { border: 1px solid palette(mid); border-radius: 8px; background: palette(base); }")
        .arg(bad().name(), accent().name(), quiet().name());
}

/// What the desktop's own palette says, read before ours replaces it.
bool systemIsDark()
{
    static const bool answer = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return answer;
}

void setUpOnce()
{
    static bool done = false;
    if (std::exchange(done, true))
        return;
    systemIsDark();
    for (const char *file : {":/fonts/NotoSans-Regular.ttf", ":/fonts/NotoSans-Bold.ttf"})
        QFontDatabase::addApplicationFont(QLatin1String(file));
    QFont font(QStringLiteral("Noto Sans"));
    font.setPointSizeF(9.5);
    QApplication::setFont(font);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

constexpr std::pair<Look, const char *> names[] = {{Look::System, "system"}, {Look::Light, "light"}, {Look::Dark, "dark"}};

} // namespace

void apply(Look look)
{
    setUpOnce();
    dark = look == Look::Dark || (look == Look::System && systemIsDark());
    QApplication::setPalette(palette());
    qApp->setStyleSheet(styleSheet());
}

bool isDark() { return dark; }

Look saved()
{
    const QString word = QSettings().value(QStringLiteral("look")).toString();
    for (const auto &[look, name] : names)
        if (word == QLatin1String(name))
            return look;
    return Look::System;
}

void save(Look look)
{
    for (const auto &[known, name] : names)
        if (look == known)
            QSettings().setValue(QStringLiteral("look"), QLatin1String(name));
}

QColor good() { return pick("#1d7a3a", "#5fc77f"); }
QColor warning() { return pick("#8a5200", "#e5b04a"); }
QColor bad() { return pick("#b3261e", "#f08a80"); }
QColor quiet() { return pick("#5d6967", "#9ba8a5"); }
QColor accent() { return pick("#1f6f69", "#4fb3aa"); }

} // namespace theme
