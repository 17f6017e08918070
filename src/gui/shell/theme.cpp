#include "gui/shell/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QSettings>
#include <QStyleFactory>

namespace theme {

namespace {

Look now = Look::Light;

QPalette paletteOf(Look look)
{
    const bool dark = look == Look::Dark;
    const auto pick = [dark](const char *light, const char *night) { return QColor(QLatin1String(dark ? night : light)); };
    QPalette palette;
    palette.setColor(QPalette::Window, pick("#f3f4f4", "#1f2423"));
    palette.setColor(QPalette::WindowText, pick("#1b2423", "#e6ebea"));
    palette.setColor(QPalette::Base, pick("#ffffff", "#171b1a"));
    palette.setColor(QPalette::AlternateBase, pick("#f6f8f7", "#1c2120"));
    palette.setColor(QPalette::Text, pick("#1b2423", "#e6ebea"));
    palette.setColor(QPalette::Button, pick("#e9eceb", "#2b3231"));
    palette.setColor(QPalette::ButtonText, pick("#1b2423", "#e6ebea"));
    palette.setColor(QPalette::ToolTipBase, pick("#1b2423", "#e6ebea"));
    palette.setColor(QPalette::ToolTipText, pick("#ffffff", "#171b1a"));
    palette.setColor(QPalette::PlaceholderText, pick("#6b7775", "#8d9a97"));
    palette.setColor(QPalette::Highlight, pick("#1f6f69", "#2f8c84"));
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
    return QStringLiteral("QToolTip { padding: 4px; border: 0; }"
                          "QTableView { gridline-color: transparent; selection-background-color: palette(highlight); }"
                          "QHeaderView::section { padding: 5px 6px; border: 0; border-bottom: 1px solid palette(mid); background: palette(window); font-weight: 600; }"
                          "QListWidget#places { border: 0; background: palette(window); outline: 0; }"
                          "QListWidget#places::item { padding: 5px 8px; border-radius: 5px; }"
                          "QListWidget#places::item:selected { background: palette(highlight); color: palette(highlighted-text); }"
                          "QTabWidget::pane { border: 0; border-top: 1px solid palette(mid); }"
                          "QLineEdit, QComboBox, QPlainTextEdit, QDateEdit { padding: 3px 5px; }"
                          "QFrame#tile, QFrame#notice { border: 1px solid palette(mid); border-radius: 8px; background: palette(base); }");
}

} // namespace

void apply(Look look)
{
    static const bool fonts = [] {
        for (const char *file : {":/fonts/NotoSans-Regular.ttf", ":/fonts/NotoSans-Bold.ttf"})
            QFontDatabase::addApplicationFont(QLatin1String(file));
        QFont font(QStringLiteral("Noto Sans"));
        font.setPointSizeF(9.5);
        QApplication::setFont(font);
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        return true;
    }();
    Q_UNUSED(fonts);
    now = look;
    QApplication::setPalette(paletteOf(look));
    qApp->setStyleSheet(styleSheet());
}

Look current() { return now; }
Look saved() { return QSettings().value(QStringLiteral("look")).toString() == QLatin1String("dark") ? Look::Dark : Look::Light; }
void save(Look look) { QSettings().setValue(QStringLiteral("look"), look == Look::Dark ? QStringLiteral("dark") : QStringLiteral("light")); }

static QColor pick(const char *light, const char *dark) { return QColor(QLatin1String(now == Look::Dark ? dark : light)); }
QColor good() { return pick("#1d7a3a", "#5fc77f"); }
QColor warning() { return pick("#9a5b00", "#e5b04a"); }
QColor bad() { return pick("#b3261e", "#f08a80"); }
QColor quiet() { return pick("#5d6967", "#9ba8a5"); }
QColor accent() { return pick("#1f6f69", "#4fb3aa"); }

} // namespace theme
