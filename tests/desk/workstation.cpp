#include "workstation.h"

#include "channels/practice.h"
#include "gui/bind/notice.h"
#include "hands.h"

#include <QApplication>
#include <QDir>
#include <QListWidget>
#include <QMenu>
#include <QScreen>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

using channels::practicestore::PracticeStore;

void keepPicture(QWidget *window, const QString &name)
{
    static const QString folder = qEnvironmentVariable("PURSER_SCREENSHOTS"), look = qEnvironmentVariable("PURSER_LOOK");
    if (folder.isEmpty())
        return;
    QTest::qWait(400);
    const QRect place(window->mapToGlobal(QPoint(0, 0)), window->size());
    QGuiApplication::primaryScreen()
        ->grabWindow(0, place.x(), place.y(), place.width(), place.height())
        .save(QDir(folder).filePath(look.isEmpty() ? name + QStringLiteral(".png") : name + u'-' + look + QStringLiteral(".png")));
}

QString words(const char *context, const char *english) { return QCoreApplication::translate(context, english); }

static PracticeStore::Options quietStore()
{
    PracticeStore::Options options;
    options.seed = 7;
    return options;
}

Workstation::Workstation() : m_store(quietStore())
{
    if (auto started = m_store.start(); !started)
        qFatal("%s", qPrintable(started.error().text));
    auto made = channels::createPracticeCompany(m_place.locator(), Instant::of(QDateTime::currentDateTimeUtc()), m_store.port());
    if (!made)
        qFatal("%s", qPrintable(made.error().text));
    m_window = std::make_unique<MainWindow>(std::make_unique<Desk>(*std::move(made)));
    const QSize screen = QGuiApplication::primaryScreen()->size();
    m_window->setGeometry(0, 0, screen.width(), screen.height() - 30); // the frame's title stands above it
    m_window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(m_window.get(), 30'000));
}

qint64 Workstation::number(const char *sql)
{
    return ask([sql](Tx &tx) { return tx.number(sql); });
}

QString Workstation::text(const char *sql)
{
    return ask([sql](Tx &tx) { return tx.text(sql); });
}

void Workstation::goTo(const char *title)
{
    const QString wanted = words("MainWindow", title);
    auto *places = m_window->findChild<QListWidget *>(QStringLiteral("places"));
    for (int row = 0; row < places->count(); ++row)
        if (QListWidgetItem *item = places->item(row); item->text() == wanted && item->flags() != Qt::NoItemFlags) {
            places->scrollToItem(item);
            hands::click(places->viewport()->mapToGlobal(places->visualItemRect(item).center()));
            ASSERT_TRUE(hands::until([&] { return places->currentItem() == item; })) << title;
            return;
        }
    FAIL() << "there is no place " << title;
}

void Workstation::pressButton(const char *text) { pressButtonNamed(words(place().metaObject()->className(), text)); }

void Workstation::pressButtonNamed(const QString &text)
{
    QAction *wanted = nullptr;
    for (QAction *action : place().actions())
        if (action->text() == text)
            wanted = action;
    ASSERT_TRUE(wanted) << "there is no button " << qPrintable(text);
    ASSERT_TRUE(hands::until([&] { return wanted->isEnabled(); })) << qPrintable(text);
    auto *bar = place().findChild<QToolBar *>();
    if (QWidget *button = bar->widgetForAction(wanted); button->isVisible()) {
        hands::click(button);
        return;
    }
    hands::click(bar->findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button")));
    ASSERT_TRUE(hands::until([] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr; }));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    hands::click(menu->mapToGlobal(menu->actionGeometry(wanted).center()));
}

QString Workstation::said() { return place().notice().text(); }

bool Workstation::says(const char *sentence)
{
    return hands::until([&] { return said().contains(QString::fromUtf8(sentence)); });
}

bool Workstation::saysSomething()
{
    return hands::until([&] { return place().notice().isVisible() && !said().isEmpty(); });
}

bool Workstation::isAsked()
{
    return hands::until([&] { return QApplication::activeModalWidget() && QApplication::activeWindow() == QApplication::activeModalWidget(); });
}

bool Workstation::isAnswered()
{
    return hands::until([&] { return !QApplication::activeModalWidget() && m_window->isActiveWindow(); });
}

void Workstation::find(const QString &letters, const QString &title)
{
    hands::press("ctrl+k");
    ASSERT_TRUE(isAsked());
    hands::type(letters);
    auto *found = QApplication::activeModalWidget()->findChild<QListWidget *>();
    ASSERT_TRUE(hands::until([&] { return found->count() > 0 && found->item(0)->text().contains(title); })) << qPrintable(letters);
    hands::press("Return");
    ASSERT_TRUE(isAnswered());
    ASSERT_TRUE(hands::until([&] { return place().title() == title; })) << qPrintable(title);
}

QTableView *Workstation::table(const char *name)
{
    auto *found = place().findChild<QTableView *>(QString::fromLatin1(name));
    EXPECT_TRUE(found) << "there is no list " << name;
    return found;
}

void Workstation::chooseRow(const char *name, int row)
{
    QTableView *list = table(name);
    ASSERT_TRUE(hands::until([&] { return list->isVisible() && list->model()->rowCount() > row; })) << name;
    const QModelIndex index = list->model()->index(row, 0);
    list->scrollTo(index);
    hands::click(list->viewport(), list->visualRect(index).center());
    ASSERT_TRUE(hands::until([&] { return list->currentIndex().row() == row; })) << name;
}

void Workstation::chooseTab(int index)
{
    QTabBar *bar = place().findChild<QTabWidget *>()->tabBar();
    hands::click(bar, bar->tabRect(index).center());
    ASSERT_TRUE(hands::until([&] { return bar->currentIndex() == index; }));
}

void Workstation::picture(const char *name) { keepPicture(m_window.get(), QString::fromLatin1(name)); }

channels::practicestore::Purchase buys(const char *sku, int quantity)
{
    channels::practicestore::Purchase purchase;
    purchase.items = {{QString::fromLatin1(sku), quantity}};
    purchase.paymentMethod = QStringLiteral("card");
    purchase.billing.firstName = QStringLiteral("Ida");
    purchase.billing.lastName = QStringLiteral("Brandt");
    purchase.billing.street = QStringLiteral("Am Markt 1");
    purchase.billing.city = QStringLiteral("Lübeck");
    purchase.billing.postcode = QStringLiteral("23552");
    purchase.billing.country = QStringLiteral("DE");
    purchase.billing.email = QStringLiteral("ida@example.org");
    return purchase;
}
