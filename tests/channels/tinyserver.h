#pragma once

#include <QByteArray>
#include <QString>
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

/// One connection of a TinyServer, after a request has been read from it.
class Conversation {
public:
    explicit Conversation(int socket) : m_socket(socket) {}
    QByteArray request; ///< head and body as they came
    int number = 0;     ///< 1 for the first request that this server got

    void say(const QByteArray &bytes);
    void answer(const QByteArray &body, const QByteArray &moreHeaders = {}, const QByteArray &status = "200 OK");
    void pause(int milliseconds);
    void reset(); ///< the connection is torn down instead of closed

private:
    int m_socket;
};

/// A server on loopback that says byte for byte what a test wants. The connection is closed when `handle` returns false.
class TinyServer {
public:
    explicit TinyServer(std::function<bool(Conversation &)> handle);
    ~TinyServer();
    QString url(const QString &path = QStringLiteral("/")) const { return QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path); }
    int port() const { return m_port; }
    int requests() const { return m_requests; }
    int connections() const { return m_connections; }

private:
    void listen();
    void talk(int socket);

    std::function<bool(Conversation &)> m_handle;
    std::atomic_bool m_stop = false;
    std::atomic_int m_requests = 0;
    std::atomic_int m_connections = 0;
    int m_listener = -1;
    int m_port = 0;
    std::vector<std::thread> m_threads; ///< only the listening thread adds to it
    std::thread m_thread;
};
