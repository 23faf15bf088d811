using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class InCompany : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Minutes",
                table: "Appointments");

            migrationBuilder.AddColumn<TimeSpan>(
                name: "Takes",
                table: "Appointments",
                type: "interval",
                nullable: false,
                defaultValue: new TimeSpan(0, 0, 0, 0, 0));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Takes",
                table: "Appointments");

            migrationBuilder.AddColumn<int>(
                name: "Minutes",
                table: "Appointments",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }
    }
}
