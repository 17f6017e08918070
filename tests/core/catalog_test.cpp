#include "proof.h"

namespace {

Product mug()
{
    Product product;
    product.sku = QStringLiteral("MUG");
    product.name = QStringLiteral("Mug");
    product.barcode = QStringLiteral("4006381333931");
    return product;
}

const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000"
                                           "0500010d0a2db40000000049454e44ae426082");

} // namespace

TEST(SaveProduct, isFoundBySkuAndByBarcode)
{
    TestCompany company;
    const Product saved = company.must(saveProduct, mug());

    EXPECT_EQ(company.must(productBySku, QStringLiteral("MUG")).id, saved.id);
    EXPECT_EQ(company.refusal(productBySku, QStringLiteral("CUP")), "unknown_sku");
    EXPECT_EQ(company.ask(findProduct, QStringLiteral(" 4006381333931 "))->id, saved.id);
    EXPECT_FALSE(company.ask(findProduct, QString()));
    EXPECT_EQ(saved.unit, "each");
    EXPECT_TRUE(saved.search.contains(QStringLiteral("mug")));
}

TEST(SaveProduct, refusesWhatCannotBeRight)
{
    TestCompany company;
    company.must(saveProduct, mug());
    const std::pair<const char *, std::function<void(Product &)>> rows[] = {
        {"sku_missing", [](Product &p) { p.sku = QStringLiteral(" "); }},
        {"name_missing", [](Product &p) { p.name = QStringLiteral(" "); }},
        {"weight", [](Product &p) { p.weight = Quantity{-1}; }},
        {"unknown_tax", [](Product &p) { p.taxClass = QStringLiteral("luxury"); }},
        {"duplicate", [](Product &p) { p.sku = QStringLiteral(" MUG "); }},
        {"duplicate", [](Product &p) { p.barcode = QStringLiteral("4006381333931"); }},
    };

    for (const auto &[code, spoil] : rows) {
        Product product;
        product.sku = QStringLiteral("CUP");
        product.name = QStringLiteral("Cup");
        spoil(product);
        EXPECT_EQ(company.refusal(saveProduct, product), code);
    }
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM product"), 1);
}

TEST(SaveProduct, aChangeIsStampedSoThatChannelsHearOfIt)
{
    TestCompany company;
    Product product = company.must(saveProduct, mug());
    company.now = company.now.plusSeconds(60);
    product.name = QStringLiteral("Better mug");

    const Product changed = company.must(saveProduct, product);

    EXPECT_EQ(changed.changedAt, company.now);
    EXPECT_LT(changed.createdAt, changed.changedAt);
}

TEST(SaveProduct, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail([](TestCompany &) {}, [](TestCompany &c) { return bool(c.session().perform(saveProduct, mug())); });
}

TEST(ProductImage, theSamePictureIsKeptOnce)
{
    TestCompany company;
    const Product product = company.must(saveProduct, mug());

    company.must(setProductImage, product.id, 1, QStringLiteral("front.png"), png);
    company.must(setProductImage, product.id, 2, QStringLiteral("again.png"), png);

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM image"), 1);
    const auto images = company.ask(imagesOf, product.id);
    ASSERT_EQ(images.size(), 2u);
    EXPECT_EQ(images[0].sha256, images[1].sha256);
    EXPECT_EQ(company.ask([&](Tx &tx) { return tx.first<Image>("sha256 = ?", images[0].sha256)->bytes; }), png);
}

TEST(ProductImage, refusesWhatIsNoPictureOrTooLarge)
{
    TestCompany company;
    const Product product = company.must(saveProduct, mug());

    EXPECT_EQ(company.refusal(setProductImage, product.id, 1, QStringLiteral("a.png"), QByteArray("<svg onload='x'/>")), "no_image");
    EXPECT_EQ(company.refusal(setProductImage, product.id, 1, QStringLiteral("a.png"), QByteArray()), "no_image");
    EXPECT_EQ(company.refusal(setProductImage, product.id, 1, QStringLiteral("a.png"), png + QByteArray(10 * 1024 * 1024, 'x')), "image_too_large");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM image"), 0);
}

TEST(ProductImage, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail([](TestCompany &c) { c.must(saveProduct, mug()); },
                          [](TestCompany &c) { return bool(c.session().perform(setProductImage, Id<Product>{1}, 1, QStringLiteral("a.png"), png)); });
}
