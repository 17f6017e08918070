#pragma once

#include <QElapsedTimer>
#include <QTextStream>

namespace ctl {

/// One line on a terminal that says how far long work is; wiped away when the work is done.
class ProgressBar {
public:
    explicit ProgressBar(QTextStream &terminal) : m_terminal(terminal) {}
    ~ProgressBar() { wipe(); }
    Q_DISABLE_COPY_MOVE(ProgressBar)

    /// `total` negative: not known.
    void show(const QString &what, qint64 done, qint64 total);
    void wipe();

private:
    QTextStream &m_terminal;
    QElapsedTimer m_since;
    QString m_what;
    bool m_shown = false;
};

} // namespace ctl
