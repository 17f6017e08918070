#include "gui/bind/notice.h"
#include "gui/customers/customerplaces.h"
#include "gui/orders/orderplace.h"
#include "gui/shell/finder.h"
#include "gui/shell/icons.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/theme.h"
#include "gui/start/startguide.h"
#include "testdesk.h"

#include <QAccessible>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>

namespace {

/// The whole window on a company with a product, a customer and an order.
struct TestWindow : TestCompany {
    Product nail = product("NAIL", "10.00", 100);
    Party acme = customer("Acme Tools");
    SalesOrder order = TestCompany::order(acme.id, {{nail.id, 3}});
    MainWindow window{std::make_unique<Desk>(another())};

    TestWindow()
    {
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        settle();
    }
    int placeNamed(const char *title)
    {
        for (int i = 0; i < 20; ++i) {
            window.openPlace(i);
            if (window.current()->title() == QLatin1String(title))
                return i;
        }
        return -1;
    }
    void find(const char *words)
    {
        window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        auto *finder = window.findChild<Finder *>();
        ASSERT_TRUE(finder);
        ASSERT_TRUE(QTest::qWaitForWindowActive(finder));
        QTest::keyClicks(child<QLineEdit>(*finder, "finder"), QString::fromLatin1(words));
        auto *found = finder->findChild<QListWidget *>();
        ASSERT_TRUE(soon([&] { return found->count() > 0; }));
        QTest::keyClick(child<QLineEdit>(*finder, "finder"), Qt::Key_Return);
        settle();
    }
};

/// What a screen reader would be told, of everything that the keyboard can reach.
QStringList nameless(QWidget &window)
{
    QStringList all;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&window) || widget->focusProxy())
            continue;
        const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
        if (told && told->text(QAccessible::Name).isEmpty() && !widget->objectName().startsWith(QLatin1String("qt_")))
            all << QStringLiteral("%1 %2 in %3")
                       .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), widget->parentWidget()->objectName());
    }
    return all;
}

} // namespace

TEST(MainWindow, opensEveryPlaceAndEverythingInItHasAName)
{
    TestWindow company;
    QStringList titles;
    for (int i = 0; i < 13; ++i) {
        company.window.openPlace(i);
        settle();
        titles << company.window.current()->title();
        EXPECT_EQ(nameless(company.window), QStringList()) << qPrintable(company.window.current()->title());
    }

    EXPECT_EQ(titles, (QStringList{"Today", "Orders", "Customers", "Prices", "Products", "Suppliers", "Channels", "Exceptions", "Pushes",
                                   "Enter a web order", "Update a site by hand", "Advisor", "Books"}));
}

TEST(MainWindow, everythingInTheEditorsHasAName)
{
    TestWindow company;

    company.window.openOrder(company.order.number);
    settle();
    EXPECT_EQ(nameless(company.window), QStringList());
    company.window.openProduct(QStringLiteral("NAIL"));
    settle();
    EXPECT_EQ(nameless(company.window), QStringList());
    company.window.openCustomer(company.acme.code);
    settle();
    EXPECT_EQ(nameless(company.window), QStringList());
}

TEST(MainWindow, theFirstStartGuideHasANameForEverything)
{
    StartGuide guide;
    guide.show();

    EXPECT_EQ(nameless(guide), QStringList());
}

TEST(MainWindow, opensTheSameThingInOneTabOnly)
{
    TestWindow company;
    const int before = company.window.tabs()->count();

    company.window.openOrder(company.order.number);
    company.window.openPlace(0);
    company.window.openOrder(company.order.number);

    EXPECT_EQ(company.window.tabs()->count(), before + 1);
    EXPECT_EQ(company.window.current()->title(), company.order.number);
}

TEST(MainWindow, goesBackAndForwardThroughWhatWasLookedAt)
{
    TestWindow company;
    company.window.openPlace(1);
    company.window.openOrder(company.order.number);

    QTest::keyClick(&company.window, Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(company.window.current()->title(), "Orders");
    QTest::keyClick(&company.window, Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(company.window.current()->title(), "Today");
    QTest::keyClick(&company.window, Qt::Key_Right, Qt::AltModifier);

    EXPECT_EQ(company.window.current()->title(), "Orders");
}

TEST(MainWindow, findsAPlaceACommandAnOrderACustomerAndAProduct)
{
    TestWindow company;

    company.find("suppl");
    EXPECT_EQ(company.window.current()->title(), "Suppliers");
    company.find("SO-0000001");
    EXPECT_EQ(company.window.current()->title(), "SO-0000001");
    company.find("acme");
    EXPECT_EQ(company.window.current()->title(), "SO-0000001"); // the newest order of Acme comes first
    company.find("NAIL");
    EXPECT_EQ(company.window.current()->title(), "NAIL");
    company.find("close tab");

    EXPECT_NE(company.window.current()->title(), "NAIL");
}

TEST(MainWindow, aTabWithUnsavedWorkSaysSoAndAsksBeforeItCloses)
{
    TestWindow company;
    company.window.openCustomer(company.acme.code);
    auto *phone = child<QLineEdit>(*company.window.current(), "phone");
    phone->setFocus();
    QTest::keyClicks(phone, QStringLiteral("555"));
    auto *tabs = company.window.tabs();
    EXPECT_EQ(tabs->tabText(tabs->currentIndex()), "Acme Tools *");

    QTest::keyClick(&company.window, Qt::Key_W, Qt::ControlModifier);
    auto *asked = company.window.findChild<QMessageBox *>();
    ASSERT_TRUE(asked);
    asked->button(QMessageBox::Save)->click();
    settle();

    EXPECT_EQ(company.text("SELECT phone FROM party"), "555");
    EXPECT_EQ(tabs->count(), 1);
}

TEST(MainWindow, aTabThatGoesOnBeingEditedStaysAsItIs)
{
    TestWindow company;
    company.window.openCustomer(company.acme.code);
    QTest::keyClicks(child<QLineEdit>(*company.window.current(), "phone"), QStringLiteral("555"));

    QTest::keyClick(&company.window, Qt::Key_W, Qt::ControlModifier);
    company.window.findChild<QMessageBox *>()->button(QMessageBox::Cancel)->click();
    settle();

    EXPECT_EQ(child<QLineEdit>(*company.window.current(), "phone")->text(), "555");
}

TEST(MainWindow, opensUnfinishedWorkAgain)
{
    TestCompany company;
    const auto acme = company.customer("Acme Tools");
    {
        MainWindow window(std::make_unique<Desk>(company.another()));
        window.openCustomer(acme.code);
        QTest::keyClicks(child<QLineEdit>(*window.current(), "phone"), QStringLiteral("555"));
        window.close();
    }
    MainWindow again(std::make_unique<Desk>(company.another()));

    again.openUnfinished();

    EXPECT_EQ(again.current()->title(), "Acme Tools");
    EXPECT_EQ(child<QLineEdit>(*again.current(), "phone")->text(), "555");
    again.current()->discard();
}

TEST(MainWindow, closingItDoesNotEndWhatOthersSee)
{
    TestWindow company;
    company.window.openPlace(1);
    auto *list = company.window.current();

    company.must(enterOrder, company.draft(company.acme.id, {{company.nail.id, 1}}));
    company.window.desk().tellChanged();

    EXPECT_TRUE(soon([&] { return child<QTableView>(*list, "list")->model()->rowCount() == 2; }));
}

TEST(MainWindow, aPlaceThatIsNotLookedAtIsReadWhenItIsLookedAtNext)
{
    TestWindow company;
    company.window.openPlace(1);
    auto *list = child<QTableView>(*company.window.current(), "list");
    ASSERT_TRUE(soon([&] { return list->model()->rowCount() == 1; }));
    company.window.openPlace(0);
    company.must(enterOrder, company.draft(company.acme.id, {{company.nail.id, 1}}));
    company.window.desk().tellChanged();
    QTest::qWait(50);
    EXPECT_EQ(list->model()->rowCount(), 1);

    company.window.openPlace(1);

    EXPECT_TRUE(soon([&] { return list->model()->rowCount() == 2; }));
}

TEST(Theme, colorsWithAMeaningCanBeReadInLightAndDark)
{
    const auto channel = [](int value) {
        const double share = value / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    const auto brightness = [&](const QColor &color) {
        return 0.2126 * channel(color.red()) + 0.7152 * channel(color.green()) + 0.0722 * channel(color.blue());
    };
    const auto contrast = [&](const QColor &a, const QColor &b) {
        const double first = brightness(a), second = brightness(b);
        return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
    };
    for (const auto look : {theme::Look::Light, theme::Look::Dark}) {
        theme::apply(look);
        const QPalette palette = QApplication::palette();
        for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window})
            for (const QColor &color : {theme::good(), theme::warning(), theme::bad(), theme::quiet(), theme::accent(), palette.color(QPalette::Text),
                                        palette.color(QPalette::Link)})
                EXPECT_GE(contrast(color, palette.color(ground)), 4.5)
                    << qPrintable(color.name()) << " on " << qPrintable(palette.color(ground).name());
        EXPECT_GE(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)), 4.5);
    }
    theme::apply(theme::Look::Light);
}

TEST(Theme, iconsAreDrawnInTheColourOfTheText)
{
    const auto darkest = [] {
        const QImage image = icon("search").pixmap(24, 24).toImage();
        int found = 255;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() > 200)
                    found = std::min(found, image.pixelColor(x, y).lightness());
        return found;
    };

    theme::apply(theme::Look::Dark);
    const int onDark = darkest();
    theme::apply(theme::Look::Light);

    EXPECT_GT(onDark, 180);
    EXPECT_LT(darkest(), 80);
}
