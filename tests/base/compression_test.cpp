#include "base/compression.h"

#include <gtest/gtest.h>

TEST(Compression, whatIsCompressedReadsAsItWas)
{
    QByteArray noise;
    for (quint32 i = 0, x = 1; i < 100'000; ++i, x = x * 1'664'525 + 1'013'904'223)
        noise += char(x >> 24);

    for (const QByteArray &text : {QByteArray(), QByteArray("x"), QByteArray(1'000'000, 'a'), noise, QByteArray("a\0b", 3)})
        EXPECT_EQ(qUncompress(compressed(text)), text);
}

TEST(Compression, oneTextLeavesNothingForTheNext)
{
    const QByteArray first = compressed(QByteArray(5'000, 'a'));
    compressed(QByteArray(70'000, 'b'));

    EXPECT_EQ(compressed(QByteArray(5'000, 'a')), first);
}

TEST(Compression, anOrderBecomesAFractionOfItself)
{
    QByteArray order;
    for (int line = 0; line < 20; ++line)
        order += R"({"id":)" + QByteArray::number(line) + R"(,"name":"Enamel mug","quantity":2,"subtotal":"17.65","subtotal_tax":"3.35"},)";

    EXPECT_LT(compressed(order).size() * 3, order.size());
}
