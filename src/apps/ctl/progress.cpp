#include "apps/ctl/progress.h"

namespace ctl {

constexpr int barWidth = 30;
constexpr int betweenMilliseconds = 80; // more often only flickers

void ProgressBar::show(const QString &what, qint64 done, qint64 total)
{
    if (m_shown && m_what == what && m_since.elapsed() < betweenMilliseconds)
        return;
    m_since.start();
    m_what = what;
    m_terminal << "\r\033[K" << what;
    if (total > 0) {
        const int filled = int(qBound<qint64>(0, done, total) * barWidth / total);
        m_terminal << " [" << QString(filled, u'#') << QString(barWidth - filled, u'.') << "] " << done << '/' << total;
    } else if (done > 0) {
        m_terminal << ' ' << done;
    }
    m_terminal.flush();
    m_shown = true;
}

void ProgressBar::wipe()
{
    if (!m_shown)
        return;
    m_terminal << "\r\033[K";
    m_terminal.flush();
    m_shown = false;
}

} // namespace ctl
