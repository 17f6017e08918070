#pragma once

#include "sql/session.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <mutex>

/// The open company on the desk. Short commands run on the window's own session; everything that may take longer runs in the pool with a session
/// of its own and comes back to the window.
class Desk : public QObject {
    Q_OBJECT

public:
    explicit Desk(Session session, QObject *parent = nullptr);
    ~Desk() override;

    Session &session() { return m_session; }
    Currency currency() const { return m_session.currency(); }

    /// A short command. Whatever it changed, changed() tells the lists.
    template <class Command, class... Args> auto perform(Command command, const Args &...args)
    {
        auto result = m_session.perform(command, args...);
        if (result)
            tellChanged();
        return result;
    }
    /// A short question.
    template <class Question, class... Args> auto ask(Question question, const Args &...args) { return m_session.ask(question, args...); }

    /// A question in the background; `then` gets the Result on the window's thread, unless `context` is gone by then.
    template <class Question, class Then> void askLater(QObject *context, Question question, Then then)
    {
        runLater(
            context, [question](Session &session) { return session.ask(question); }, std::move(then));
    }
    /// Any work in the background with a session of its own.
    template <class Work, class Then> void runLater(QObject *context, Work work, Then then)
    {
        using Answer = decltype(work(std::declval<Session &>()));
        // Not QFuture::then(context): in Qt 6.4 it calls a context that is gone by then.
        m_pool.start([this, asker = QPointer<QObject>(context), work = std::move(work), then = std::move(then)]() mutable {
            std::optional<Answer> answer;
            auto session = take();
            if (session) {
                answer.emplace(work(**session));
                give(*std::move(session));
            } else {
                answer.emplace(session.error());
            }
            QMetaObject::invokeMethod(
                this,
                [asker, answer = std::make_shared<Answer>(*std::move(answer)), then = std::move(then)] {
                    if (asker)
                        then(std::move(*answer));
                },
                Qt::QueuedConnection);
        });
    }
    /// Something may be different now. However often it is said in one go, places read once.
    void tellChanged();

signals:
    void changed();

private:
    Result<std::unique_ptr<Session>> take();
    void give(std::unique_ptr<Session> session);

    Session m_session;
    QThreadPool m_pool;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Session>> m_idle;
    bool m_telling = false;
};
