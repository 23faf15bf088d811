using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Opportunities;

/// <summary>Somebody with a book of customers, and what they do by the pages.</summary>
internal sealed class Provider(Person person, Browser browser)
{
    public Browser Browser => browser;

    public Person Person => person;

    public static async Task<Provider> InAsync(World world, Person? person = null)
    {
        var one = person ?? await world.LeaderAsync("Amira");
        return new Provider(one, await world.SignedInAsync(one));
    }

    public async Task<Guid> CustomerAsync(string name, bool next)
    {
        var boxes = new Dictionary<string, string> { ["name"] = name };
        if (next)
        {
            (boxes["next"], boxes["nextOn"]) = ("Ask", "2026-12-01");
        }

        var (status, body, _) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/customers", new { boxes });
        status.ShouldBe(HttpStatusCode.Created);
        return body.GetProperty("id").GetGuid();
    }

    public async Task<string> TalkAsync(Guid customer)
    {
        var made = await (await browser.GetAsync($"/opportunities/talks/new?customer={customer}")).SubmitAsync(
            "main form",
            ("q", "g1"),
            ("q", "o3")
        );
        made.Status.ShouldBe(HttpStatusCode.Redirect, made.Main);
        return made.RedirectsTo!;
    }

    public async Task<string> BeginAsync(Guid customer, string title)
    {
        var made = await (await browser.GetAsync($"/opportunities/new?customer={customer}")).SubmitAsync(
            "main form",
            ("Subject", title),
            ("Kind", "NewService"),
            ("Customer", customer.ToString())
        );
        made.Status.ShouldBe(HttpStatusCode.Redirect, made.Main);
        return made.RedirectsTo!;
    }

    public async Task GoOnAsync(string opportunity)
    {
        var went = await (await browser.GetAsync(opportunity)).SubmitAsync("form[data-go-on]");
        went.Status.ShouldBe(HttpStatusCode.Redirect, went.Main);
    }

    public async Task WriteAsync(string opportunity, string form, params (string Key, string Text)[] boxes)
    {
        var written = await (await browser.GetAsync($"{opportunity}/{form}")).SubmitAsync(
            "main form",
            [.. boxes.Select(b => ($"Boxes[{b.Key}]", b.Text))]
        );
        written.Status.ShouldBe(HttpStatusCode.Redirect, written.Main);
    }

    /// <summary>The customer's address, from the page of the link.</summary>
    public async Task<string> SentAsync(Page sent)
    {
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Main);
        var page = await browser.GetAsync(sent.RedirectsTo!);
        return new Uri(page.Document.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
    }

    /// <summary>Sends what the page offers, and answers it as the customer does: what is not a box the customer sees goes into the sending.</summary>
    public async Task AnsweredAsync(string address, TestApp app, params (string Name, string Value)[] answer)
    {
        var form = await browser.GetAsync(address);
        var boxes = form.Document.QuerySelectorAll("main form [name]").Select(e => e.GetAttribute("name")).ToHashSet();
        var link = await SentAsync(
            await form.SubmitAsync("main form", [.. answer.Where(a => boxes.Contains(a.Name)), ("Send.Customer", "Ines")])
        );
        (await (await app.NewBrowser().GetAsync(link)).SubmitAsync("main form", answer)).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
