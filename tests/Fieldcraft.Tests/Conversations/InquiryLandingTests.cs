using System.Net;
using System.Text.Json;
using Fieldcraft.Tests.Assignments;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Conversations;

/// <summary>Answers of a session in the author's own inquiry: they arrive, and nothing that was there is lost.</summary>
public sealed class InquiryLandingTests
{
    private const int Goals = 1;

    [Theory, OnEveryDatabase]
    public async Task An_answer_goes_into_the_inquiry_of_the_picked_assignment_and_follows_what_is_typed(Database database)
    {
        var (room, desk) = await BegunAsync(database);
        await PickAsync(room, desk);

        await room.WriteAsync(desk.Browser, Goals, "first words");
        await room.WriteAsync(desk.Browser, Goals, "first words, and more", version: await VersionAsync(room, desk));

        var answers = await AnswersAsync(desk);
        answers.Count.ShouldBe(1);
        answers[0].GetProperty("question").GetString().ShouldBe("p4");
        answers[0].GetProperty("text").GetString().ShouldBe("first words, and more");
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_written_before_the_assignment_was_picked_goes_there_too(Database database)
    {
        var (room, desk) = await BegunAsync(database);
        await room.WriteAsync(desk.Browser, Goals, "written early");

        await PickAsync(room, desk);

        (await AnswersAsync(desk)).Select(a => a.GetProperty("text").GetString()).ShouldBe(["written early"]);
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_that_is_there_stays_and_the_new_one_stands_beside_it_as_a_second_round(Database database)
    {
        var (room, desk) = await BegunAsync(database);
        await desk.Browser.ApiAsync(
            HttpMethod.Put,
            $"/api/v1/assignments/{desk.Id.Value}/answers/p4",
            new { text = "from last month" },
            ("If-Match", "\"0\"")
        );
        await PickAsync(room, desk);

        await room.WriteAsync(desk.Browser, Goals, "from the session");

        var answers = await AnswersAsync(desk);
        answers
            .Select(a => (a.GetProperty("round").GetInt32(), a.GetProperty("text").GetString()))
            .ShouldBe([(1, "from last month"), (2, "from the session")], ignoreOrder: true);
        (await desk.Browser.GetAsync($"/assignments/{desk.Id.Value}/inquiry/p4")).Text.ShouldContain("from last month");
    }

    [Theory, OnEveryDatabase]
    public async Task What_its_author_changed_in_the_inquiry_meanwhile_is_left_alone(Database database)
    {
        var (room, desk) = await BegunAsync(database);
        await PickAsync(room, desk);
        await room.WriteAsync(desk.Browser, Goals, "from the session");
        var landed = (await AnswersAsync(desk))[0].GetProperty("version").GetInt32();
        await desk.Browser.ApiAsync(
            HttpMethod.Put,
            $"/api/v1/assignments/{desk.Id.Value}/answers/p4",
            new { text = "better said at home" },
            ("If-Match", $"\"{landed}\"")
        );

        await room.WriteAsync(desk.Browser, Goals, "still typing on the phone", version: await VersionAsync(room, desk));

        (await AnswersAsync(desk)).Select(a => a.GetProperty("text").GetString()).ShouldBe(["better said at home"]);
        (await desk.Browser.GetAsync(room.Address)).Text.ShouldContain("still typing on the phone");
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_elses_assignment_takes_nothing(Database database)
    {
        var (room, desk) = await BegunAsync(database);
        var other = await Desk.WithAssignmentAsync(room.World, leader: await room.World.PersonAsync("Omar"));

        var (status, _, _) = await desk.Browser.ApiAsync(HttpMethod.Put, $"{room.Api}/assignment", new { assignment = other.Id.Value });

        status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(Room Room, Desk Desk)> BegunAsync(Database database)
    {
        var world = await World.OnAsync(database);
        var room = await Room.OpenAsync(world);
        var desk = await Desk.WithAssignmentAsync(world, leader: await world.PersonAsync("Tala"));
        await desk.Browser.ApiAsync(HttpMethod.Post, "/api/v1/live-sessions/joining", new { code = room.Code });
        await room.GoToAsync(Goals);
        return (room, desk);
    }

    private static async Task PickAsync(Room room, Desk desk) =>
        (await desk.Browser.ApiAsync(HttpMethod.Put, $"{room.Api}/assignment", new { assignment = desk.Id.Value })).Status.ShouldBe(
            HttpStatusCode.OK
        );

    private static async Task<int> VersionAsync(Room room, Desk desk) =>
        (await room.SeenByAsync(desk.Browser)).GetProperty("own").EnumerateArray().Single().GetProperty("version").GetInt32();

    private static async Task<List<JsonElement>> AnswersAsync(Desk desk)
    {
        var (_, body, _) = await desk.Browser.ApiAsync(HttpMethod.Get, $"/api/v1/assignments/{desk.Id.Value}/answers");
        return [.. body.GetProperty("items").EnumerateArray()];
    }
}
