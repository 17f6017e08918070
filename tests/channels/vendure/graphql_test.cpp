#include "graphql.h"

#include "channels/scriptedhttp.h"

#include <gtest/gtest.h>

TEST(GraphQlSchema, findsWhatIsWrongWithADocument)
{
    const GraphQlSchema schema(QString::fromUtf8(fileText("vendure/admin-api_2.3.4.graphql")));
    const auto wrong = [&](const char *document, const char *variables = "{}") {
        return schema.violations(document, jsonText(variables)).join("; ");
    };

    EXPECT_EQ(wrong("query($id:ID!){order(id:$id){id code lines{id}}}", "{'id':'7'}"), "");
    EXPECT_EQ(wrong("{orders{nope}}"), "OrderList has no field nope");
    EXPECT_EQ(wrong("{orders{items{lines}}}"), "OrderLine needs a selection");
    EXPECT_EQ(wrong("{orders{totalItems{id}}}").section(';', 0, 0), "OrderList.totalItems has nothing to select");
    EXPECT_EQ(wrong("{order{id}}"), "Query.order needs the argument id");
    EXPECT_EQ(wrong("query($id:ID!){order(id:$id,x:1){id}}", "{'id':'7'}"), "Query.order has no argument x");
    EXPECT_EQ(wrong("query($id:ID!){order(id:$id){id}}", "{'id':7}"), "id is no ID: 7");
    EXPECT_EQ(wrong("mutation($in:[UpdateProductVariantInput!]!){updateProductVariants(input:$in){id}}", "{'in':[{'id':'1','price':19.99}]}"),
              "in[].price is no Money: 19.99");
    EXPECT_EQ(wrong("mutation($in:[UpdateProductVariantInput!]!){updateProductVariants(input:$in){id}}", "{'in':[{'nope':'1'}]}"),
              "in[]: UpdateProductVariantInput has no member nope; in[] lacks id");
    EXPECT_EQ(
        wrong("query($o:OrderListOptions){orders(options:$o){totalItems}}", "{'o':{'filter':{'nope':{'eq':1}},'sort':{'updatedAt':'UP'},'limit':1}}"),
        "o.filter: Order has no field nope; o.sort.updatedAt is neither ASC nor DESC; o: OrderListOptions has no member limit");
}
