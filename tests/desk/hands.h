#pragma once

#include <QString>
#include <QWidget>

/// A person at the workstation: every key and click goes through the X server and its window manager to whatever has the keyboard or lies under the
/// mouse, as xdotool sends them. The test only looks where things are.
namespace hands {

void press(const char *keys); ///< "ctrl+k", "Return"
void type(const QString &text);
void click(const QPoint &screen, int times = 1);
void click(QWidget *widget);                      ///< in its middle
void click(QWidget *widget, const QPoint &point); ///< there in it

/// Waits until something is true; what the desk does meanwhile is done. False when it did not become true for long.
bool until(const std::function<bool()> &condition);

} // namespace hands
