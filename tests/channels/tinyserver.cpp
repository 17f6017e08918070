#include "tinyserver.h"

#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

static bool waitFor(int socket, const std::atomic_bool &stop)
{
    pollfd entry{socket, POLLIN, 0};
    while (!stop)
        if (poll(&entry, 1, 20) > 0)
            return true;
    return false;
}

void Conversation::say(const QByteArray &bytes) { (void)!::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL); }

void Conversation::answer(const QByteArray &body, const QByteArray &moreHeaders, const QByteArray &status)
{
    say("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body);
}

void Conversation::pause(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

void Conversation::reset()
{
    const linger hard{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

TinyServer::TinyServer(std::function<bool(Conversation &)> handle) : m_handle(std::move(handle))
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 16) != 0
        || getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        throw std::runtime_error("no port on loopback");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { listen(); });
}

TinyServer::~TinyServer()
{
    m_stop = true;
    m_thread.join();
    for (std::thread &thread : m_threads)
        thread.join();
    close(m_listener);
}

void TinyServer::listen()
{
    while (waitFor(m_listener, m_stop)) {
        const int socket = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        ++m_connections;
        m_threads.emplace_back([this, socket] { talk(socket); });
    }
}

static bool isWhole(const QByteArray &request)
{
    const auto head = request.indexOf("\r\n\r\n");
    if (head < 0)
        return false;
    const QByteArray lower = request.left(head).toLower();
    const auto length = lower.indexOf("content-length:");
    if (length < 0)
        return true;
    const auto end = lower.indexOf('\r', length);
    return request.size() - head - 4 >= lower.mid(length + 15, end < 0 ? -1 : end - length - 15).trimmed().toLongLong();
}

void TinyServer::talk(int socket)
{
    Conversation conversation(socket);
    bool open = true;
    while (open && waitFor(socket, m_stop)) {
        char buffer[4096];
        const ssize_t count = recv(socket, buffer, sizeof buffer, 0);
        if (count <= 0)
            break;
        conversation.request.append(buffer, count);
        if (!isWhole(conversation.request))
            continue;
        conversation.number = ++m_requests;
        open = m_handle(conversation);
        conversation.request.clear();
    }
    close(socket);
}
