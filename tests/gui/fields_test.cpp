#include "gui/bind/fields.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace {

enum class Size { Small = 1, Large = 2 };

struct Parcel {
    Id<Parcel> id;
    QString name;
    QString note;
    Quantity weight;
    Rate duty;
    int pieces = 0;
    Money value;
    std::optional<qint64> limit;
    UnitPrice fee;
    QDate day;
    bool fragile = false;
    QString kind;
    Size size = Size::Small;
    Id<Currency> insurance;
};

struct ParcelForm : QWidget {
    QFormLayout *layout = new QFormLayout(this);
    Fields<Parcel> fields{layout};
    ParcelForm()
    {
        fields.text(QStringLiteral("&Name"), &Parcel::name, "name");
        fields.longText(QStringLiteral("Note"), &Parcel::note, "note");
        fields.quantity(QStringLiteral("Weight"), &Parcel::weight, "weight");
        fields.percent(QStringLiteral("Duty %"), &Parcel::duty, "duty");
        fields.whole(QStringLiteral("Pieces"), &Parcel::pieces, "pieces");
        fields.money(QStringLiteral("Value"), &Parcel::value, Eur, "value");
        fields.money(QStringLiteral("Limit"), &Parcel::limit, Eur, "limit");
        fields.price(QStringLiteral("Fee"), &Parcel::fee, Eur, "fee");
        fields.day(QStringLiteral("Day"), &Parcel::day, "day");
        fields.check(QStringLiteral("Fragile"), &Parcel::fragile, "fragile");
        fields.choice(QStringLiteral("Kind"), &Parcel::kind, {QStringLiteral("box"), QStringLiteral("bag")}, "kind");
        fields.choice(QStringLiteral("Size"), &Parcel::size,
                      std::vector<std::pair<Size, QString>>{{Size::Small, QStringLiteral("small")}, {Size::Large, QStringLiteral("large")}}, "size");
        fields.choice(QStringLiteral("Insurance"), &Parcel::insurance, std::vector<std::pair<Id<Currency>, QString>>{{{7}, QStringLiteral("seven")}},
                      "insurance");
        Parcel parcel;
        parcel.value = Money(0, Eur);
        parcel.fee.currency = Eur;
        fields.show(parcel);
        show();
    }
    QLineEdit *edit(const char *name) { return findChild<QLineEdit *>(QString::fromLatin1(name)); }
    void type(const char *name, const char *text)
    {
        edit(name)->clear();
        QTest::keyClicks(edit(name), QString::fromUtf8(text));
    }
    QStringList complaints()
    {
        QStringList all;
        for (const QLabel *label : findChildren<QLabel *>(QStringLiteral("complaint")))
            if (label->isVisibleTo(this))
                all << label->text();
        return all;
    }
};

} // namespace

TEST(Fields, giveBackWhatWasTypedInEachKindOfField)
{
    ParcelForm form;
    form.type("name", "Vase");
    form.findChild<QPlainTextEdit *>(QStringLiteral("note"))->setPlainText(QStringLiteral("two\nlines"));
    form.type("weight", "2.5*2");
    form.type("duty", "8.875");
    form.type("pieces", "3");
    form.type("value", "1,234.50");
    form.type("limit", "99");
    form.type("fee", "0.0375");
    form.type("day", "2030-01-31");
    QTest::mouseClick(form.findChild<QCheckBox *>(QStringLiteral("fragile")), Qt::LeftButton, {}, QPoint(8, 8));
    for (const auto &[name, index] : {std::pair("kind", 1), std::pair("size", 1), std::pair("insurance", 1)})
        form.findChild<QComboBox *>(QString::fromLatin1(name))->setCurrentIndex(index);

    const auto parcel = form.fields.edited();

    ASSERT_TRUE(parcel);
    EXPECT_EQ(parcel->name, "Vase");
    EXPECT_EQ(parcel->note, "two\nlines");
    EXPECT_EQ(parcel->weight, Quantity::whole(5));
    EXPECT_EQ(parcel->duty.millionths, 88750);
    EXPECT_EQ(parcel->pieces, 3);
    EXPECT_EQ(parcel->value, Money(123450, Eur));
    EXPECT_EQ(parcel->limit, 9900);
    EXPECT_EQ(parcel->fee.millionths, 37500);
    EXPECT_EQ(parcel->day, QDate(2030, 1, 31));
    EXPECT_TRUE(parcel->fragile);
    EXPECT_EQ(parcel->kind, "bag");
    EXPECT_EQ(parcel->size, Size::Large);
    EXPECT_EQ(parcel->insurance.value, 7);
}

TEST(Fields, showARowAndGiveTheSameRowBack)
{
    ParcelForm form;
    Parcel parcel;
    parcel.name = QStringLiteral("Vase");
    parcel.weight = {1250000};
    parcel.duty = {190000};
    parcel.value = Money(-5, Eur);
    parcel.fee = {12500000, Eur};
    parcel.day = {2030, 2, 28};
    parcel.size = Size::Large;
    parcel.kind = QStringLiteral("crate"); // one that is not offered

    form.fields.show(parcel);
    const auto again = form.fields.edited();

    EXPECT_EQ(form.edit("duty")->text(), "19");
    EXPECT_EQ(form.edit("fee")->text(), "12.50");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->weight, parcel.weight);
    EXPECT_EQ(again->value, parcel.value);
    EXPECT_EQ(again->limit, std::nullopt);
    EXPECT_EQ(again->day, parcel.day);
    EXPECT_EQ(again->size, Size::Large);
    EXPECT_EQ(again->kind, "crate");
    EXPECT_FALSE(form.fields.isDirty());
}

TEST(Fields, whatCannotBeReadIsSaidBesideTheFieldAsSoonAsItIsLeftAndNoLongerThanItIsWrong)
{
    ParcelForm form;
    form.type("value", "12.345");

    EXPECT_TRUE(form.complaints().isEmpty());
    QTest::keyClick(form.edit("value"), Qt::Key_Return);
    EXPECT_EQ(form.complaints(), QStringList{"This is no number, or has too many digits after the point."});
    EXPECT_EQ(form.edit("value")->accessibleDescription(), form.complaints().value(0));
    QTest::keyClick(form.edit("value"), Qt::Key_Backspace);
    EXPECT_TRUE(form.complaints().isEmpty());
}

TEST(Fields, aFormWithAFieldThatCannotBeReadGivesNothing)
{
    ParcelForm form;
    form.type("weight", "heavy");
    form.type("day", "soon");

    EXPECT_FALSE(form.fields.edited());

    EXPECT_EQ(form.complaints().size(), 2);
}

TEST(Fields, areDirtyUntilTheRowIsShownAgain)
{
    ParcelForm form;
    QSignalSpy edited(&form.fields, &FieldSet::edited);

    QTest::keyClicks(form.edit("name"), QStringLiteral("x"));

    EXPECT_TRUE(form.fields.isDirty());
    EXPECT_EQ(edited.count(), 1);
    form.fields.show(*form.fields.edited());
    EXPECT_FALSE(form.fields.isDirty());
}

TEST(Fields, whatWasTypedCanBeKeptAndTypedAgain)
{
    ParcelForm before, after;
    before.type("name", "Vase");
    before.type("weight", "1.5");

    after.fields.retype(before.fields.typed());

    EXPECT_EQ(before.fields.typed().size(), 2);
    EXPECT_EQ(after.fields.edited()->name, "Vase");
    EXPECT_EQ(after.fields.edited()->weight, Quantity{1500000});
    EXPECT_TRUE(after.fields.isDirty());
}

TEST(Fields, everyWidgetCarriesItsLabelAsAccessibleName)
{
    ParcelForm form;

    EXPECT_EQ(form.edit("name")->accessibleName(), "Name");
    EXPECT_EQ(form.findChild<QComboBox *>(QStringLiteral("size"))->accessibleName(), "Size");
}
