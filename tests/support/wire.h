#pragma once

#include <QByteArray>
#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

/// A connection on which a test says byte for byte what it wants.
class Wire {
public:
    /// From another address of this machine, the other side sees another client.
    explicit Wire(int port, const char *from = "127.0.0.1") : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const timeval patience{20, 0}; // the end of a test that fails
        setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        const sockaddr_in own = address(from, 0), other = address("127.0.0.1", port);
        m_open = bind(m_socket, reinterpret_cast<const sockaddr *>(&own), sizeof own) == 0
                 && connect(m_socket, reinterpret_cast<const sockaddr *>(&other), sizeof other) == 0;
    }
    ~Wire() { close(m_socket); }
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    int socketNumber() const { return m_socket; }
    bool say(const QByteArray &text)
    {
        m_open = m_open && send(m_socket, text.constData(), size_t(text.size()), MSG_NOSIGNAL) == text.size();
        return m_open;
    }
    void sayNoMore() { shutdown(m_socket, SHUT_WR); }

    /// Everything until the other side hangs up.
    QByteArray hear()
    {
        QByteArray heard = std::exchange(m_heard, {});
        while (more())
            heard += std::exchange(m_heard, {});
        return heard;
    }
    /// One answer, by the length that it says.
    QByteArray hearAnswer(bool hasBody = true)
    {
        while (!m_heard.contains("\r\n\r\n") && more())
            ;
        const qsizetype head = m_heard.indexOf("\r\n\r\n") + 4;
        const qsizetype said = m_heard.toLower().indexOf("content-length: ");
        const qsizetype body = hasBody && said >= 0 && said < head ? m_heard.mid(said + 16, m_heard.indexOf('\r', said) - said - 16).toLongLong() : 0;
        while (m_heard.size() < head + body && more())
            ;
        const QByteArray answer = m_heard.left(head + body);
        m_heard.remove(0, head + body);
        return answer;
    }
    bool hasHungUp() const { return m_hungUp; } ///< seen while hearing; else it was silent for too long

private:
    static sockaddr_in address(const char *host, int port)
    {
        sockaddr_in made{};
        made.sin_family = AF_INET;
        inet_pton(AF_INET, host, &made.sin_addr);
        made.sin_port = htons(std::uint16_t(port));
        return made;
    }
    bool more()
    {
        char buffer[16 * 1024];
        const ssize_t count = recv(m_socket, buffer, sizeof buffer, 0);
        m_hungUp = count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
        if (count > 0)
            m_heard.append(buffer, count);
        return count > 0;
    }

    int m_socket;
    bool m_open;
    bool m_hungUp = false;
    QByteArray m_heard;
};
