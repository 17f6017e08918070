#include "gui/shell/desk.h"

#include "core/verify/seal.h"

#include <QTimer>

Desk::Desk(Session session, QObject *parent) : QObject(parent), m_session(std::move(session)) { m_pool.setMaxThreadCount(4); }

Desk::~Desk()
{
    m_pool.waitForDone();
    const auto sealed = writeSeal(m_session);
    Q_UNUSED(sealed);
}

void Desk::tellChanged()
{
    if (m_telling)
        return;
    m_telling = true;
    QTimer::singleShot(0, this, [this] {
        m_telling = false;
        emit changed();
    });
}

Result<std::unique_ptr<Session>> Desk::take()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            auto session = std::move(m_idle.back());
            m_idle.pop_back();
            return session;
        }
    }
    auto opened = m_session.again();
    if (!opened)
        return opened.error();
    auto session = std::make_unique<Session>(*std::move(opened));
    session->clock = m_session.clock;
    session->scene().actor = m_session.scene().actor;
    return session;
}

void Desk::give(std::unique_ptr<Session> session)
{
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(session));
}
