using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Frameworks;

/// <summary>An organisation with a designer of learning and a reader. It has an app of its own: an edition holds for everybody in it.</summary>
internal sealed class FrameworkWorld
{
    public required World World { get; init; }

    public required Browser Designer { get; init; }

    public required Browser Reader { get; init; }

    public static async Task<FrameworkWorld> OnAsync(Database database)
    {
        var world = await World.InAsync(await TestApp.StartAsync(database));
        return new FrameworkWorld
        {
            World = world,
            Designer = await world.SignedInAsync(await world.HolderOfAsync(Role.LearningDesigner)),
            Reader = await world.SignedInAsync(await world.PersonAsync("Eli")),
        };
    }

    public async Task StartAsync() =>
        (await (await Designer.GetAsync("/framework/draft")).SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);

    public async Task<Page> RewriteAsync(string capability, params (string Name, string Value)[] changes) =>
        await (await Designer.GetAsync($"/framework/draft/capabilities/{capability}")).SubmitAsync("main form", changes);

    public async Task<Page> PressAsync(string button, string capability)
    {
        var page = await Designer.GetAsync("/framework/draft");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["capability"] = capability,
            ["how"] = button,
            ["stamp"] = page.Document.QuerySelector("input[name=stamp]")!.GetAttribute("value")!,
            ["_form"] = page.Document.QuerySelector("input[name=_form]")!.GetAttribute("value")!,
        };
        return await Designer.PostAsync("/framework/draft", fields);
    }

    public async Task<Page> PublishAsync(string note = "") =>
        await (await Designer.GetAsync("/framework/draft/publish")).SubmitAsync("main form", ("Note", note));

    /// <summary>Uploads a file and gives the page with what it would do.</summary>
    public async Task<Page> UploadAsync(byte[] file, string name = "framework.csv")
    {
        var page = await Designer.GetAsync("/framework/import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.Document.QuerySelector("input[name=_form]")!.GetAttribute("value")!), "_form" },
        };
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(part, "Upload", name);
        return await Page.OfAsync(
            Designer,
            await Designer.Client.PostAsync(new Uri("/framework/import", UriKind.Relative), content),
            "/framework/import"
        );
    }

    public Task<Page> UploadAsync(string file) => UploadAsync(Encoding.UTF8.GetBytes(file));

    public static string Edition(FrameworkEditionId id) => $"/framework/editions/{id.Value}";
}
