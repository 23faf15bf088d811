using Fieldcraft.Bench;
using Fieldcraft.Web.Commands;

// The bench starts itself again for what has to be a process of its own: the product's commands, and the server under load.
switch (args)
{
    case ["command", .. var words]:
        return await CommandLine.RunAsync(words, Console.Out, Console.Error);
    case ["server", var data, var port]:
        await LoadedServer.RunAsync(data, port);
        return 0;
    case ["live-server", var data, var port, var database, var task]:
        await LiveServer.RunAsync(data, port, database, fill: task == "fill");
        return 0;
    default:
        return await BenchRun.RunAsync(args);
}
