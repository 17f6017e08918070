#pragma once

#include <QByteArray>
#include <QString>
#include <gtest/gtest.h>
#include <random>

/// Random bytes and texts. Each run takes another seed and says which; PURSER_SEED=n takes that one again.
class Random {
public:
    Random()
    {
        const QByteArray given = qgetenv("PURSER_SEED");
        m_seed = given.isEmpty() ? std::random_device()() : given.toUInt();
        m_generator.seed(m_seed);
        testing::Test::RecordProperty("seed", std::to_string(m_seed));
        printf("PURSER_SEED=%u\n", m_seed);
    }
    int below(int end) { return int(m_generator() % unsigned(end)); }
    QByteArray bytes(int most)
    {
        QByteArray made(below(most + 1), '\0');
        for (char &c : made)
            c = char(below(256));
        return made;
    }
    /// Of the characters of `alphabet`: more often almost right than random bytes are.
    QByteArray of(const QByteArray &alphabet, int most)
    {
        QByteArray made(below(most + 1), '\0');
        for (char &c : made)
            c = alphabet[below(int(alphabet.size()))];
        return made;
    }
    /// All of Unicode but NUL and surrogates.
    QString text(int most)
    {
        QString made;
        for (int i = below(most + 1); i > 0; --i) {
            char32_t c = char32_t(1 + (below(3) ? below(0x7f) : below(0x10ffff)));
            if (c >= 0xd800 && c < 0xe000)
                c = 0xfeff;
            made += QString::fromUcs4(&c, 1);
        }
        return made;
    }
    /// The same with something changed, left out, doubled or put in.
    QByteArray spoilt(QByteArray text)
    {
        for (int i = 1 + below(3); i > 0 && !text.isEmpty(); --i) {
            const int at = below(int(text.size()));
            switch (below(5)) {
            case 0: text[at] = char(below(256)); break;
            case 1: text.remove(at, 1 + below(4)); break;
            case 2: text.insert(at, text.mid(below(int(text.size())), 1 + below(20))); break;
            case 3: text.insert(at, of("\r\n\t :;,%&=\"-\\", 3)); break;
            case 4: text.truncate(at); break;
            }
        }
        return text;
    }

private:
    unsigned m_seed;
    std::mt19937 m_generator;
};
